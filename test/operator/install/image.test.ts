// The image of the product as a root of its own: everything that the programs call is there with its libraries, and they start.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cniVersions } from '../../../operator/cni/spec.ts';
import { nodePaths, pluginInImage, programInImage } from '../../../operator/install/programs.ts';
import { CommandError, run } from '../../support/command.ts';
import { agentPrograms, fillProductRoot } from '../../support/product-image.ts';

const agentFolder = new URL('../../../operator/agent/', import.meta.url);

describe('the image', function () {
  this.timeout(60_000);
  let root: string;
  // Nothing of this process's environment, and nothing of this machine's files.
  const within = (command: readonly string[], env: Readonly<Record<string, string>> = {}, input = '') => {
    const variables = Object.entries({ PATH: '/usr/sbin:/usr/bin', ...env }).map((pair) => pair.join('='));
    return run('env', ['-i', ...variables, '/usr/sbin/chroot', root, ...command], { input });
  };

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'subnetes-image-'));
    await fillProductRoot(root);
  });
  after(() => rm(root, { recursive: true, force: true }));

  it('holds every program that the agent starts', async () => {
    const started = new Set<string>();
    for (const name of await readdir(agentFolder)) {
      const text = await readFile(new URL(name, agentFolder), 'utf8');
      for (const [, program = ''] of text.matchAll(/(?:runCommand\(|command(?:: | = )\[)\s*'([^']+)'/g))
        started.add(program);
    }
    // Asked for its version only, and only if it is there.
    started.delete('ovn-controller');
    assert.ok(started.has('tc') && started.has('nft'), 'the sources are read as they are written');
    const held: readonly string[] = Object.values(agentPrograms).flat();
    assert.deepEqual(
      [...started].filter((program) => !held.includes(program)),
      [],
    );
    for (const [program, flag] of Object.entries({
      ip: '-V',
      tc: '-V',
      nft: '-v',
      ethtool: '--version',
      sysctl: '-V',
      nsenter: '-V',
      ping: '-V',
      conntrack: '-V',
    }))
      assert.notEqual((await within([program, flag])).stdout, '', program);
    // Its parser is loaded, not only the program.
    await within(['nft', '--check', '-f', '-'], {}, 'table inet t {\n  chain c {\n  }\n}\n');
  });

  it('holds programs that start and say what they miss', async () => {
    for (const name of ['controller', 'agent']) {
      const failure = await within(['node', '--enable-source-maps', programInImage(name)], { NODE_NAME: 'n1' }).then(
        () => assert.fail('it needs a cluster'),
        (error: unknown) => error,
      );
      assert.ok(failure instanceof CommandError);
      assert.match(failure.stderr, /not in a cluster .*operator\/.*main\.ts/s);
    }
  });

  it('holds the plugin as a program that needs no Node.js', async () => {
    const env = { CNI_COMMAND: 'VERSION' };
    const { stdout } = await within([pluginInImage], env, '{"cniVersion":"1.0.0"}');
    assert.deepEqual(JSON.parse(stdout), { cniVersion: '1.0.0', supportedVersions: cniVersions });
    const add = await within([pluginInImage], { CNI_COMMAND: 'ADD' }, '{"cniVersion":"1.1.0","node":"n1"}').catch(
      (error: CommandError) => error,
    );
    assert.match(add.stdout, /"code":11,"msg":"the Subnetes agent is not running on node n1"/);
  });

  it('leaves room for the folders of the node', async () => {
    assert.equal((await stat(join(root, 'run'))).isDirectory(), true);
    // The runtime names namespaces by this path.
    assert.equal((await run('readlink', [join(root, 'var/run')])).stdout.trim(), '../run');
    for (const path of Object.values(nodePaths)) await assert.rejects(stat(join(root, path)), `${path} is the node's`);
  });
});
