/**
 * The plumbing of pods in real network namespaces. The test process moves nothing of the machine: veths are made
 * between its own namespace and those it makes, under names that only these tests have, and are removed.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { runCommand } from '../../../operator/agent/command.ts';
import { hostInterfaceName } from '../../../operator/agent/host-interface-name.ts';
import { LinkMonitor } from '../../../operator/agent/link-monitor.ts';
import {
  createPodLink,
  isPodNetns,
  NetnsError,
  observePodLink,
  type PodLink,
  removeHostInterface,
} from '../../../operator/agent/pod-link.ts';
import { silentLog } from '../../../src/log.ts';
import { makeNetns, type TestNetns } from './netns.ts';

describe('the link of a pod', () => {
  let netns: TestNetns;
  let link: PodLink;

  beforeEach(() => {
    netns = makeNetns();
    link = {
      hostInterface: hostInterfaceName({ containerId: netns.name, ifname: 'eth0' }),
      netns: netns.path,
      ifname: 'eth0',
      mac: '0a:58:0a:01:00:05',
      mtu: 1400,
      addresses: [
        { cidr: '10.1.0.5/24', gateway: '10.1.0.1' },
        { cidr: 'fd01::5/64', gateway: 'fd01::1' },
      ],
    };
  });

  afterEach(async () => {
    await removeHostInterface(link.hostInterface);
    netns.remove();
  });

  const hostEnds = async (): Promise<boolean> => {
    const links = JSON.parse(await runCommand('ip', ['-j', 'link', 'show'])) as { ifname: string }[];
    return links.some(({ ifname }) => ifname === link.hostInterface);
  };

  it('has its MAC, MTU, addresses and default routes, and both ends are up', async () => {
    await createPodLink(link, 'Userspace');
    assert.deepEqual(await observePodLink(link.netns, 'eth0'), {
      mac: link.mac,
      mtu: 1400,
      up: true,
      cidrs: ['10.1.0.5/24', 'fd01::5/64'],
      gateways: ['10.1.0.1', 'fd01::1'],
    });
    const [host] = JSON.parse(await runCommand('ip', ['-j', 'address', 'show', 'dev', link.hostInterface])) as {
      mtu: number;
      operstate: string;
      addr_info: unknown[];
    }[];
    assert.equal(host?.mtu, 1400);
    assert.equal(host?.operstate, 'UP');
    assert.deepEqual(host?.addr_info, [], "the node's end has no address, not even a link-local one");
  });

  it('has an IPv6 address that is usable at once and the link-local address that port security lets pass', async () => {
    await createPodLink(link, 'System');
    const shown = netns.exec('ip', '-6', '-o', 'address', 'show', 'dev', 'eth0');
    assert.match(shown, /fd01::5\/64/);
    assert.match(shown, /fe80::858:aff:fe01:5\/64/);
    assert.doesNotMatch(shown, /tentative/);
  });

  it('gets IPv6 also where the runtime had switched it off, and accepts no router advertisement', async () => {
    netns.exec('sysctl', '-q', '-w', 'net.ipv6.conf.all.disable_ipv6=1', 'net.ipv6.conf.default.disable_ipv6=1');
    await createPodLink(link, 'System');
    assert.deepEqual((await observePodLink(link.netns, 'eth0'))?.cidrs, ['10.1.0.5/24', 'fd01::5/64']);
    assert.equal(netns.exec('sysctl', '-n', 'net.ipv6.conf.eth0.accept_ra').trim(), '0');
  });

  it('has its loopback up', async () => {
    await createPodLink(link, 'System');
    assert.match(netns.exec('ip', '-o', 'link', 'show', 'lo'), /[<,]UP[,>]/);
  });

  it('computes checksums itself only before a userspace datapath', async () => {
    await createPodLink(link, 'Userspace');
    assert.match(netns.exec('ethtool', '-k', 'eth0'), /^tx-checksumming: off/m);
    await removeHostInterface(link.hostInterface);
    await createPodLink(link, 'System');
    assert.match(netns.exec('ethtool', '-k', 'eth0'), /^tx-checksumming: on/m);
  });

  it('can have one family only, of either kind', async () => {
    for (const address of link.addresses) {
      await createPodLink({ ...link, addresses: [address] }, 'System');
      const seen = await observePodLink(link.netns, 'eth0');
      assert.deepEqual([seen?.cidrs, seen?.gateways], [[address.cidr], [address.gateway]]);
      await removeHostInterface(link.hostInterface);
    }
  });

  it('carries packets between its ends', async () => {
    const node = makeNetns();
    try {
      await createPodLink(link, 'System');
      await runCommand('ip', ['link', 'set', link.hostInterface, 'netns', node.name]);
      node.exec('ip', 'address', 'add', '10.1.0.1/24', 'dev', link.hostInterface);
      node.exec('ip', '-6', 'address', 'add', 'fd01::1/64', 'dev', link.hostInterface, 'nodad');
      node.exec('ip', 'link', 'set', link.hostInterface, 'up');
      netns.exec('ping', '-n', '-c', '2', '-i', '0.1', '-W', '5', '10.1.0.1');
      netns.exec('ping', '-n', '-c', '2', '-i', '0.1', '-W', '5', 'fd01::1');
    } finally {
      node.remove();
    }
  });

  it('replaces what an earlier try left under its names', async () => {
    await createPodLink({ ...link, mac: '0a:58:0a:01:00:99' }, 'System');
    await createPodLink(link, 'System');
    assert.equal((await observePodLink(link.netns, 'eth0'))?.mac, link.mac);
  });

  it('leaves nothing behind when the kernel refuses a part of it', async () => {
    const unroutable = { ...link, addresses: [{ cidr: '10.1.0.5/24', gateway: '192.0.2.1' }] };
    await assert.rejects(createPodLink(unroutable, 'System'), /Nexthop has invalid gateway|Network is unreachable/);
    assert.equal(await hostEnds(), false);
    assert.equal(await observePodLink(link.netns, 'eth0'), undefined);
  });

  it('leaves nothing behind when the runtime gives up in the middle', async () => {
    const gone = new AbortController();
    const made = createPodLink(link, 'Userspace', gone.signal);
    setImmediate(() => gone.abort(new Error('gave up')));
    await assert.rejects(made, /gave up/);
    assert.equal(await hostEnds(), false);
  });

  it('goes with its namespace', async () => {
    const other = makeNetns();
    await createPodLink({ ...link, netns: other.path }, 'System');
    let deleted = () => {};
    const gone = new Promise<void>((resolve) => {
      deleted = resolve;
    });
    const monitor = new LinkMonitor({
      onChange: (line) => {
        if (line.startsWith('[LINK]Deleted') && line.includes(link.hostInterface)) deleted();
      },
      log: silentLog,
    });
    await monitor.start();
    try {
      other.remove();
      await gone; // the kernel takes namespaces apart in the background
      assert.equal(await hostEnds(), false);
    } finally {
      await monitor.stop();
    }
  });

  it('can be removed twice', async () => {
    await createPodLink(link, 'System');
    await removeHostInterface(link.hostInterface);
    await removeHostInterface(link.hostInterface);
    assert.equal(await observePodLink(link.netns, 'eth0'), undefined);
  });

  it("is made also in the namespace of a process, and never in the node's own", async () => {
    const process_: ChildProcess = spawn('nsenter', [`--net=${netns.path}`, 'cat'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      process_.stdin?.write('x');
      await once(process_.stdout!, 'data'); // cat runs, so it has entered
      const path = `/proc/${process_.pid}/ns/net`;
      await createPodLink({ ...link, netns: path }, 'System');
      assert.equal((await observePodLink(path, 'eth0'))?.mac, link.mac);
    } finally {
      process_.kill();
    }
    await assert.rejects(createPodLink({ ...link, netns: `/proc/${process.pid}/ns/net` }, 'System'), NetnsError);
  });

  it('refuses a path that is no network namespace', async () => {
    for (const path of ['/run/netns/there-is-none', '/proc/self/status', '/etc/hostname']) {
      await assert.rejects(createPodLink({ ...link, netns: path }, 'System'), NetnsError);
      assert.equal(await isPodNetns(path), false);
    }
    assert.equal(await isPodNetns(netns.path), true);
  });

  it('takes no word that means something else to ip', async () => {
    const evil = [
      { ...link, ifname: 'eth0 up' },
      { ...link, mac: '0a:58:0a:01:00:05 up\nlink' },
      { ...link, mtu: Number.NaN },
      { ...link, addresses: [{ cidr: '10.1.0.5/24\nlink delete lo', gateway: '10.1.0.1' }] },
      { ...link, addresses: [{ cidr: '10.1.0.5/24', gateway: 'fd01::1' }] },
    ];
    for (const each of evil) await assert.rejects(createPodLink(each, 'System'), TypeError);
    assert.equal(await hostEnds(), false);
  });
});

describe('the name of the host end of a link', () => {
  it('fits into the 15 characters of Linux and differs for each sandbox and interface', () => {
    const keys = Array.from({ length: 2000 }, (_, i) => ({
      containerId: `${i >> 1}`.padStart(64, 'a'),
      ifname: `eth${i & 1}`,
    }));
    const names = new Set(keys.map(hostInterfaceName));
    assert.equal(names.size, keys.length);
    for (const name of names) assert.match(name, /^h[0-9a-f]{13}$/);
  });

  it('is the same for ever: DEL of a new agent must find what an old agent made', () => {
    assert.equal(hostInterfaceName({ containerId: '0123456789abcdef', ifname: 'eth0' }), 'h60373cf9024df');
  });
});
