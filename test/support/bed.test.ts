// The test bed itself: it comes up, carries packets on every OVN version, stands beside other beds, and leaves nothing behind.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bed, type BedOptions } from './bed.ts';
import { cgroupHierarchies } from './cgroups.ts';
import { run } from './command.ts';
import { underlayHostAddress } from './external.ts';
import { listNetns, startTimeOf } from './manifest.ts';
import { OvnUnavailableError, type OvnVersion } from './ovn-root.ts';
import { isUnavailable } from './real-cluster.ts';
import {
  assertDropped,
  assertReaches,
  assertSilent,
  fetchTcp,
  inNamespace,
  iperf,
  ping,
  pingSeries,
  serveTcp,
} from './traffic.ts';

const macs = { a: '0a:00:00:00:00:01', b: '0a:00:00:00:00:02' } as const;

// One switch with a port on each of two nodes; port security on, as the product sets it.
async function wirePair(bed: Bed): Promise<{ readonly a: string; readonly b: string }> {
  await Promise.all(bed.nodes.map((node) => node.configureChassis(bed.southbound.underlay)));
  const security = (name: 'a' | 'b', host: number): string[] => {
    const addresses = `${macs[name]} 10.0.0.${host} fd01::${host}`;
    return [
      '--',
      'lsp-add',
      's',
      name,
      '--',
      'lsp-set-addresses',
      name,
      addresses,
      '--',
      'lsp-set-port-security',
      name,
      addresses,
    ];
  };
  await bed.nbctl('ls-add', 's', ...security('a', 1), ...security('b', 2));
  const [a, b] = await Promise.all([
    bed.node('n1').wire({ name: 'a', ifaceId: 'a', mac: macs.a, addresses: ['10.0.0.1/24', 'fd01::1/64'] }),
    bed.node('n2').wire({ name: 'b', ifaceId: 'b', mac: macs.b, addresses: ['10.0.0.2/24', 'fd01::2/64'] }),
  ]);
  return { a, b };
}

function pidsIn(directory: string): readonly number[] {
  const lines = readFileSync(`${directory}/manifest.jsonl`, 'utf8').trimEnd().split('\n');
  return lines.flatMap((line) => {
    const entry = JSON.parse(line) as { kind: string; process?: { pid: number } };
    return entry.kind === 'process' && entry.process !== undefined ? [entry.process.pid] : [];
  });
}

async function assertNothingLeft(
  bed: { readonly directory: string; readonly prefix: string },
  pids: readonly number[],
): Promise<void> {
  assert.equal(existsSync(bed.directory), false, 'the state folder is gone');
  assert.deepEqual(
    (await listNetns()).filter((name) => name.startsWith(bed.prefix)),
    [],
    'no namespace is left',
  );
  const groups = cgroupHierarchies().flatMap(({ own }) => readdirSync(own).map((name) => join(own, name)));
  assert.deepEqual(
    groups.filter((path) => path.includes(bed.prefix)),
    [],
    'no control group is left',
  );
  assert.ok(pids.length > 0);
  assert.deepEqual(
    pids.filter((pid) => startTimeOf(pid) !== undefined),
    [],
    'no process is left',
  );
}

describe('test bed', function () {
  this.timeout(120_000);

  for (const version of ['25.03', '23.03', '26.03'] as const satisfies readonly OvnVersion[]) {
    it(`carries packets between two nodes on OVN ${version}, and only honest ones`, async function () {
      const bed = await Bed.up({ nodes: 2, ovn: version }).catch((error: unknown) => {
        if (!(error instanceof OvnUnavailableError)) throw error;
        console.log(`      ${error.message}`);
        return this.skip();
      });
      const pids = pidsIn(bed.directory);
      try {
        const { a, b } = await wirePair(bed);
        await assertReaches(inNamespace(a), '10.0.0.2');
        await assertReaches(inNamespace(a), 'fd01::2');
        assert.equal(
          await ping(inNamespace(a), '10.0.0.2', { size: 1372, dontFragment: true }),
          1,
          'the MTU of 1400 passes whole',
        );
        await assertSilent(inNamespace(a), '10.0.0.99', '10.0.0.2');
        await serveTcp(bed.manifest, b, 8080, 'hello');
        assert.equal(await fetchTcp(inNamespace(a), '10.0.0.2', 8080), 'hello\n');
        assert.equal(await fetchTcp(inNamespace(a), 'fd01::2', 8080), 'hello\n');
        assert.equal(await fetchTcp(inNamespace(a), '10.0.0.2', 8081), undefined);
        const honest = {
          kind: 'ipv4',
          sourceMac: macs.a,
          sourceAddress: '10.0.0.1',
          targetMac: macs.b,
          targetAddress: '10.0.0.2',
        } as const;
        const honest6 = { ...honest, kind: 'ipv6', sourceAddress: 'fd01::1', targetAddress: 'fd01::2' } as const;
        await assertDropped(inNamespace(a), b, { ...honest, sourceAddress: '10.0.0.77' }, honest);
        await assertDropped(inNamespace(a), b, { ...honest, sourceMac: '0a:00:00:00:00:99' }, honest);
        await assertDropped(
          inNamespace(a),
          b,
          { ...honest, kind: 'arp', sourceAddress: '10.0.0.77' },
          { ...honest, kind: 'arp' },
        );
        await assertDropped(inNamespace(a), b, { ...honest6, sourceAddress: 'fd01::77' }, honest6);
        const advertisement = { ...honest6, kind: 'neighbour-advertisement' } as const;
        await assertDropped(inNamespace(a), b, { ...advertisement, sourceAddress: 'fd01::77' }, advertisement);
        const proof = assertDropped(inNamespace(a), b, honest, { ...honest6 });
        await assert.rejects(proof, /5 of 5 ipv4 frames .* came through/, 'the proof itself can fail');
      } finally {
        await bed.down();
      }
      await assertNothingLeft(bed, pids);
    });
    it(`has a world outside with VLANs on OVN ${version}`, async function () {
      const bed = await Bed.up({ nodes: 1, ovn: version, external: true }).catch((error: unknown) => {
        if (!(error instanceof OvnUnavailableError)) throw error;
        console.log(`      ${error.message}`);
        return this.skip();
      });
      const pids = pidsIn(bed.directory);
      try {
        const { external } = bed;
        const [red, same, untagged] = await Promise.all([
          external.host({ name: 'red', vlan: 100, addresses: ['192.0.2.1/24', 'fd02::1/64'] }),
          external.host({ name: 'same', vlan: 100, addresses: ['192.0.2.2/24', 'fd02::2/64'] }),
          external.host({ name: 'untagged', addresses: ['192.0.2.4/24', 'fd02::4/64'] }),
          external.host({ name: 'blue', vlan: 101, addresses: ['192.0.2.3/24', 'fd02::3/64'] }),
        ]);
        await assertReaches(red.from, '192.0.2.2');
        await assertReaches(red.from, 'fd02::2');
        const rate = await iperf({
          ...{ from: red.netns, to: { netns: same.netns, address: 'fd02::2' }, udp: true },
          ...{ rateMbit: 10, seconds: 1 },
        });
        assert.ok(rate > 5 && rate < 15, `${rate} of 10 Mbit/s`);

        const { netns } = bed.node('n1');
        const node = inNamespace(netns);
        await run('ip', ['-n', netns, 'address', 'add', '192.0.2.9/24', 'dev', 'eth1']);
        await assertReaches(node, '192.0.2.4');
        await Promise.all([
          assertSilent(red.from, '192.0.2.3', '192.0.2.2', 'another VLAN'),
          assertSilent(red.from, '192.0.2.4', '192.0.2.2', 'the untagged host'),
          assertSilent(node, '192.0.2.3', '192.0.2.4', 'a host in a VLAN'),
        ]);
        await serveTcp(bed.manifest, untagged.netns, 8080, 'untagged');
        assert.equal(await fetchTcp(node, '192.0.2.4', 8080), 'untagged\n');
        const cut = await pingSeries({
          ...{ from: netns, address: '192.0.2.4', seconds: 2 },
          during: () => external.cut('n1'),
        });
        assert.ok(cut.longestGapMs > 500 && cut.lost > 10, `the cable was pulled, but ${JSON.stringify(cut)}`);
        await external.restore('n1');
        await assertReaches(node, '192.0.2.4', 'the untagged host after the cable was plugged in again');

        await assertReaches(node, underlayHostAddress.far.ipv4);
        await assertReaches(node, underlayHostAddress.far.ipv6);
        await serveTcp(bed.manifest, external.underlayHost.netns, 8080, 'far');
        assert.equal(await fetchTcp(node, underlayHostAddress.far.ipv6, 8080), 'far\n');
      } finally {
        await bed.down();
      }
      await assertNothingLeft(bed, pids);
    });
  }

  it('serves the databases over TLS and refuses clients without a certificate', async () => {
    const bed = await Bed.up({ nodes: 1, tls: true });
    try {
      await bed.node('n1').configureChassis(bed.southbound.underlay);
      assert.match(bed.southbound.underlay, /^ssl:/);
      await bed.sbctl('wait-until', 'Chassis', 'n1');
      const { ca, cert, key } = bed.tls!;
      const ask = (...files: string[]): Promise<unknown> =>
        bed.node('n1').exec('ovn-nbctl', ['--timeout=3', `--db=${bed.northbound.underlay}`, ...files, 'show']);
      await ask(`--private-key=${key}`, `--certificate=${cert}`, `--ca-cert=${ca}`);
      await assert.rejects(ask(`--ca-cert=${ca}`));
    } finally {
      await bed.down();
    }
  });

  it('stands beside another bed with the same inner addresses', async () => {
    const [one, two] = await Promise.all([Bed.up({ nodes: 2 }), Bed.up({ nodes: 2 })]);
    try {
      const [pair] = await Promise.all([wirePair(one), wirePair(two)]);
      await assertReaches(inNamespace(pair.a), '10.0.0.2');
      await two.down();
      await assertReaches(inNamespace(pair.a), '10.0.0.2', 'the first bed after the second went');
    } finally {
      await Promise.all([one.down(), two.down()]);
    }
  });

  it('brings a killed switch daemon and a killed controller back with their ports', async () => {
    const bed = await Bed.up({ nodes: 2 });
    try {
      const { a } = await wirePair(bed);
      await assertReaches(inNamespace(a), '10.0.0.2');
      await bed.node('n1').restart('ovs-vswitchd');
      await bed.node('n1').restart('ovn-controller');
      await assertReaches(inNamespace(a), '10.0.0.2', 'the other port after the restart');
      await bed.central.restart('southbound');
      await bed.central.restart('ovn-northd');
      assert.match(await bed.node('n1').appctl('ovs-vswitchd', 'version'), /Open vSwitch/);
    } finally {
      await bed.down();
    }
  });

  // A program of its own that brings a bed up and then waits to be ended.
  async function startOwner(
    label?: string,
    options: BedOptions = {},
  ): Promise<{
    readonly owner: ChildProcess;
    readonly directory: string;
    readonly prefix: string;
  }> {
    const program = [
      `import { Bed } from '${new URL('./bed.ts', import.meta.url).href}';`,
      `const bed = await Bed.up(${JSON.stringify({ nodes: 1, ...options })});`,
      label === undefined ? '' : `bed.keep('${label}');`,
      'console.log(bed.directory);',
      'setInterval(() => {}, 1000);',
    ].join('\n');
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
    const owner = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [chunk] = (await once(owner.stdout, 'data')) as [Buffer];
    const directory = chunk.toString().trim();
    return { owner, directory, prefix: directory.slice(directory.lastIndexOf('/') + 1) };
  }

  it('is swept away after its owner was killed, and only then', async () => {
    const { owner, directory, prefix } = await startOwner();
    const pids = pidsIn(directory);
    assert.equal((await Bed.sweep()).includes(prefix), false, 'a bed with a living owner is left alone');
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    assert.ok(
      pids.every((pid) => startTimeOf(pid) !== undefined),
      'its daemons outlive it',
    );
    assert.ok((await Bed.sweep()).includes(prefix));
    await assertNothingLeft({ directory, prefix }, pids);
  });

  it('outlives its owner when it is kept, until a sweep by its label', async () => {
    const label = `test-${process.pid}`;
    const { owner, directory, prefix } = await startOwner(label);
    const pids = pidsIn(directory);
    owner.kill('SIGINT');
    await once(owner, 'exit');
    assert.equal((await Bed.sweep()).includes(prefix), false, 'crashed beds are swept, kept ones are not');
    assert.deepEqual(await Bed.sweep({ label: `${label}-other` }), []);
    assert.ok(pids.every((pid) => startTimeOf(pid) !== undefined));
    assert.deepEqual(await Bed.sweep({ label }), [prefix]);
    await assertNothingLeft({ directory, prefix }, pids);
  });

  it('of real nodes is swept away after its owner was killed', async function () {
    const bed = await Bed.up({ nodes: 1, kubelets: true }).catch((error: unknown) => {
      if (!isUnavailable(error)) throw error;
      console.log(`      ${error.message}`);
      return this.skip();
    });
    const ended = pidsIn(bed.directory);
    await bed.down();
    await assertNothingLeft(bed, ended);
    const { owner, directory, prefix } = await startOwner(undefined, { kubelets: true });
    const pids = pidsIn(directory);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    assert.ok((await Bed.sweep()).includes(prefix));
    await assertNothingLeft({ directory, prefix }, pids);
  });

  it('goes down when its owner is interrupted', async () => {
    const { owner, directory, prefix } = await startOwner();
    const pids = pidsIn(directory);
    owner.kill('SIGINT');
    const [, signal] = (await once(owner, 'exit')) as [number | null, NodeJS.Signals | null];
    assert.equal(signal, 'SIGINT');
    await assertNothingLeft({ directory, prefix }, pids);
  });
});
