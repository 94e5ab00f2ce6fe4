// `make demo` does what it promises, with every proof in it.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { CommandError, run } from '../support/command.ts';

const demo = fileURLToPath(new URL('../../examples/demo.ts', import.meta.url));

describe('make demo', function () {
  this.timeout(660_000);

  it('applies the examples and finds everything as it must be', async () => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', demo, '--once'], { timeout: 600_000 }).catch(
      (error: unknown) =>
        assert.fail(error instanceof CommandError ? `${error.message}\n${error.stdout}` : String(error)),
    );
    assert.equal(stdout.match(/^✓ /gm)?.length, 56, stdout);
    assert.doesNotMatch(stdout, /^✗ /m);
    assert.match(stdout, /^node\/n3 +Ready .+ containerd:/m);
    assert.match(stdout, /^pod\/hello-1 +1\/1 +Running .+ 10\.244\.0\.\d+ +n1$/m);
    assert.match(stdout, /^✓ {2}http:\/\/web is answered by each of its 6 pods, and by nobody else$/m);
    assert.match(stdout, /its NodePort, IPv6 +each of its 6 pods answers$/m);
    assert.match(stdout, /^curl: \(28\) .+\n.*exit code 28\n✓ {2}a guest is not: no answer$/m);
    assert.match(stdout, /^✓ {2}Deny: though the NetworkPolicy would let it in$/m);
    assert.match(stdout, /through the Gateway, IPv4 +seen as 192\.0\.2\.100$/m);
    assert.match(stdout, /^✓ {2}n3 took over: longest gap \d+ ms, \d+ of 160 echo requests lost$/m);
    assert.match(stdout, /after: QoSPolicy render, 10M +\d+\.\d Mbit\/s$/m);
    assert.match(stdout, /^\d\d:\d\d:\d\d\.\d+ 10\.244\S+ > 10\.244\S+: ICMP echo request/m);
    assert.match(stdout, /has host bits set: write the network itself/);
    assert.match(stdout, /^10\.1\.0\.128\/25 overlaps 10\.1\.0\.0\/24 of subnets\.subnetes\.io red-web/m);
  });
});
