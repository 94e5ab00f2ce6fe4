// `make demo` does what it promises, with every proof in it.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { CommandError, run } from '../support/command.ts';

const demo = fileURLToPath(new URL('../../examples/demo.ts', import.meta.url));

describe('make demo [every OVN]', function () {
  this.timeout(300_000);

  it('applies the examples and finds everything as it must be', async () => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', demo, '--once'], { timeout: 280_000 }).catch(
      (error: unknown) =>
        assert.fail(error instanceof CommandError ? `${error.message}\n${error.stdout}` : String(error)),
    );
    assert.equal(stdout.match(/^✓ /gm)?.length, 28, stdout);
    assert.doesNotMatch(stdout, /^✗ /m);
    assert.match(stdout, /has host bits set: write the network itself/);
    assert.match(stdout, /^10\.1\.0\.128\/25 overlaps 10\.1\.0\.0\/24 of subnets\.subnetes\.io red-web/m);
  });
});
