// How programs end; the process is an EventEmitter here, so that the test does not end with it.
import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { onShutdown, type ShutdownOptions } from '../../../operator/process/index.ts';
import { silentLog } from '../../../src/log.ts';

describe('the end of a program', () => {
  function program(options: Partial<ShutdownOptions> = {}) {
    const signals = new EventEmitter();
    const reasons: string[] = [];
    let leave: (code: number) => void = () => {};
    const exited = new Promise<number>((resolve) => {
      leave = resolve;
    });
    const shutdown = onShutdown({
      process: signals,
      exit: (code) => leave(code),
      stop: async (reason) => {
        reasons.push(reason);
      },
      log: silentLog,
      ...options,
    });
    return { signals, shutdown, exited, reasons };
  }

  it('puts things down when asked by a signal, and exits with 0', async () => {
    const { signals, exited, reasons } = program();
    signals.emit('SIGTERM');
    assert.equal(await exited, 0);
    assert.deepEqual(reasons, ['SIGTERM']);
    assert.deepEqual(signals.eventNames(), []);
  });

  it('exits with 1 when putting down fails', async () => {
    const { signals, exited } = program({
      stop: () => {
        throw new Error('stuck');
      },
    });
    signals.emit('SIGINT');
    assert.equal(await exited, 1);
  });

  it('exits with 1 when putting down takes longer than the deadline', async () => {
    const { signals, exited } = program({ stop: () => new Promise(() => {}), deadlineMs: 50 });
    signals.emit('SIGTERM');
    assert.equal(await exited, 1);
  });

  it('leaves at once at the second signal', async () => {
    const { signals, exited } = program({ stop: () => new Promise(() => {}) });
    signals.emit('SIGTERM');
    signals.emit('SIGTERM');
    assert.equal(await exited, 130);
  });

  it('ends from inside with the code it is given', async () => {
    const { shutdown, exited, reasons } = program();
    shutdown.end('leadership lost', 1);
    assert.equal(await exited, 1);
    assert.deepEqual(reasons, ['leadership lost']);
  });

  it('ends at once at an error that nobody caught, without putting anything down', async () => {
    const { signals, exited, reasons } = program();
    signals.emit('uncaughtException', new Error('a bug'));
    assert.equal(await exited, 1);
    assert.deepEqual(reasons, []);
  });
});
