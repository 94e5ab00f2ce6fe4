import assert from 'node:assert/strict';
import { readFlags } from '../../../operator/process/flags.ts';

class Ended extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`ended with ${code}`);
    this.code = code;
  }
}

describe('the flags of a program', () => {
  const config = {
    options: { node: { type: 'string' }, level: { type: 'string', default: 'info' }, insecure: { type: 'boolean' } },
  } as const;
  const printed: string[] = [];
  const read = (...args: readonly string[]) =>
    readFlags('agent', config, {
      args,
      print: (text) => printed.push(text),
      exit: (code) => {
        throw new Ended(code);
      },
    });
  beforeEach(() => printed.splice(0));

  it('are read, with their defaults', () => {
    assert.deepEqual({ ...read('--node=n1', '--insecure').values }, { node: 'n1', level: 'info', insecure: true });
    assert.deepEqual(printed, []);
  });

  for (const [what, args, message] of [
    ['one that it does not know', ['--nod=n1'], /^agent: Unknown option '--nod'/],
    ['one without its value', ['--node'], /^agent: .*'--node <value>' argument missing/],
    ['a word too many', ['n1'], /^agent: .*'n1'/],
  ] as const)
    it(`end it over ${what}, with those that there are`, () => {
      assert.throws(() => read(...args), { code: 2 });
      assert.match(printed.join(), message);
      assert.match(printed.join(), /--level=… \(info\)\n {2}--insecure$/);
    });

  it('are told to whoever asks', () => {
    assert.throws(() => read('--help'), { code: 0 });
    assert.match(printed.join(), /^usage: agent \[flags\].*\n {2}--node=…\n {2}--level=… \(info\)\n {2}--insecure$/);
  });
});
