// Log lines: what is written is what was meant, whatever the fields hold.
import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { createLog, type LogOptions } from '../../../operator/process/index.ts';

/** Collects the lines; winston hands them on within the call. */
function logInto(options: Omit<LogOptions, 'stream'>) {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8').trimEnd());
      done();
    },
  });
  return { lines, log: createLog({ ...options, stream }) };
}

describe('the log', () => {
  it('writes one JSON object per line, with the program’s fields', () => {
    const { lines, log } = logInto({ format: 'json', level: 'info', fields: { program: 'test' } });
    log.info('leadership acquired', { transitions: 7, missing: undefined });
    const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    assert.match(String(line.timestamp), /^\d{4}-/);
    assert.deepEqual(
      { ...line, timestamp: '' },
      { level: 'info', message: 'leadership acquired', program: 'test', timestamp: '', transitions: 7 },
    );
  });

  it('writes what JSON can’t hold', () => {
    const { lines, log } = logInto({ format: 'json', level: 'info' });
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    log.error('odd', {
      error: new Error('inside'),
      big: 10n,
      set: new Set([1]),
      map: new Map([['a', 1]]),
      cycle,
      nested: { error: new Error('deep') },
    });
    const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    assert.match(String(line.error), /Error: inside\n\s+at /);
    assert.equal(line.big, '10');
    assert.deepEqual([line.set, line.map], [[1], { a: 1 }]);
    assert.match(JSON.stringify(line.nested), /Error: deep/);
  });

  it('does not let a field take the place of level, message or time', () => {
    const { lines, log } = logInto({ format: 'json', level: 'info' });
    log.warn('watch failed', { message: 'from the server', level: 3, timestamp: 'never' });
    const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    assert.deepEqual([line.level, line.message, line.field_message], ['warn', 'watch failed', 'from the server']);
  });

  it('writes plain text for people, one line each', () => {
    const { lines, log } = logInto({ format: 'plain', level: 'debug' });
    log.debug('a name', { subnet: 'web', text: 'two words\nand lines', count: 3 });
    assert.match(lines[0] ?? '', /Z debug a name subnet=web text="two words\\nand lines" count=3$/);
  });

  it('leaves out what is below its level', () => {
    const { lines, log } = logInto({ format: 'plain', level: 'warn' });
    log.debug('no');
    log.info('no');
    log.warn('yes');
    log.error('yes');
    assert.equal(lines.length, 2);
  });
});
