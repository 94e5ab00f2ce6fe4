/**
 * The agent program on a real node: Open vSwitch, ovn-controller, an API server. The test is the controller: it writes the logical
 * ports with ovn-nbctl and the statuses as the administrator.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostInterfaceName } from '../../../operator/agent/host-interface-name.ts';
import { Bed } from '../../support/bed.ts';
import type { BedNode } from '../../support/bed-node.ts';
import { type CniAttachment, type CniCommand, type CniResult, callCni, readNetwork } from '../../support/cni-call.ts';
import { run } from '../../support/command.ts';
import type { KubeObject } from '../../support/kube-api.ts';
import type { Program } from '../../support/program.ts';
import { eventually } from '../../support/traffic.ts';

const group = '/apis/subnetes.io/v1alpha1';

describe('the agent of a node', function () {
  this.timeout(90_000);
  let bed: Bed;
  let node: BedNode;
  let agent: Program;
  let binDirectory: string;

  before(async () => {
    bed = await Bed.up({ nodes: 1, kubernetes: true });
    node = bed.node('n1');
    await bed.kube.install();
    binDirectory = join(node.directory, 'cni-bin');
    await mkdir(binDirectory, { recursive: true });
    await symlink(fileURLToPath(new URL('../../../dist/cni.cjs', import.meta.url)), join(binDirectory, 'subnetes'));
    // The logical network: one switch, and the join switch with the node's port in it.
    await bed.nbctl('ls-add', 'subnet/web', '--', 'ls-add', 'join/default');
    await bed.nbctl(
      'lsp-add',
      'join/default',
      'join/default/node/n1',
      '--',
      'lsp-set-addresses',
      'join/default/node/n1',
      '0a:58:64:40:00:02 100.64.0.2 fd00:100:64::2',
    );
    await bed.nbctl(
      'lsp-add',
      'join/default',
      'peer',
      '--',
      'lsp-set-addresses',
      'peer',
      '0a:58:64:40:00:01 100.64.0.1 fd00:100:64::1',
    );
    agent = await bed.startAgent('n1');
  });
  after(async () => {
    await bed?.down();
  });

  const create = (path: string, object: unknown) => bed.kube.api.call<KubeObject>('POST', `${group}/${path}`, object);
  const status = (path: string, value: unknown) =>
    bed.kube.api.call<KubeObject>('PATCH', `${group}/${path}/status`, { status: value });
  const object = (kind: string, name: string, spec: unknown, namespace?: string) => ({
    apiVersion: 'subnetes.io/v1alpha1',
    kind,
    metadata: namespace === undefined ? { name } : { name, namespace },
    spec,
  });
  const nodeNetwork = () => bed.kube.api.callIfThere<KubeObject>('GET', `${group}/nodenetworks/n1`);
  const conditions = (of: KubeObject | undefined) =>
    (of?.status?.conditions ?? []) as readonly { type: string; status: string; reason: string; message: string }[];
  const ready = async () => conditions(await nodeNetwork()).find(({ type }) => type === 'Ready');
  const isReady = (reason: string) =>
    eventually(`NodeNetwork says ${reason}`, 20, async () => (await ready())?.reason === reason);
  const condition = (type: string, value: string, reason: string, message: string) => ({
    ...{ type, status: value, reason, message, observedGeneration: 1, lastTransitionTime: '2026-01-01T00:00:00Z' },
  });

  /** A pod with a network namespace, as a container runtime would hand it over. */
  const sandboxes: { readonly netns: string; readonly attachment: CniAttachment }[] = [];
  const makeSandbox = async (pod: string, uid = `uid-${pod}`) => {
    const netns = `${bed.prefix}-p${sandboxes.length}`;
    bed.manifest.recordNetns(netns);
    await run('ip', ['netns', 'add', netns]);
    const attachment: CniAttachment = {
      containerId: randomBytes(32).toString('hex'),
      netns: `/run/netns/${netns}`,
      ifName: 'eth0',
      args: { K8S_POD_NAMESPACE: 'default', K8S_POD_NAME: pod, K8S_POD_UID: uid },
    };
    sandboxes.push({ netns, attachment });
    return { netns, attachment };
  };
  const cni = (command: CniCommand, attachment: CniAttachment, result?: CniResult) => {
    const network = readNetwork(node.confDirectory);
    assert.ok(network, 'the agent has written a configuration');
    return callCni({ binDirectory, nodeNetns: node.netns, env: node.env }, network, command, attachment, result);
  };
  /** What the controller makes for a pod whose address a user has fixed. */
  const makeAddress = async (name: string, pod: string, last: number, uid = `uid-${pod}`) => {
    const spec = { subnet: 'web', addresses: [`10.1.0.${last}`, `fd01::${last}`], target: { kind: 'Pod', name: pod } };
    await create('namespaces/default/ips', object('IP', name, spec, 'default'));
    const hex = last.toString(16).padStart(2, '0');
    const mac = `0a:58:0a:01:00:${hex}`;
    const port = `default.${name}`;
    await bed.nbctl(
      ...['lsp-add', 'subnet/web', port, '--', 'lsp-set-addresses', port, `${mac} 10.1.0.${last} fd01::${last}`],
      ...['--', 'set', 'Logical_Switch_Port', port, `options:iface-id-ver=${uid}`, 'options:requested-chassis=n1'],
    );
    await status(`namespaces/default/ips/${name}`, {
      ...{ ipv4: `10.1.0.${last}`, ipv6: `fd01::${last}`, mac, node: 'n1', uid, port },
    });
  };
  const wired = async (name: string, last: number) => {
    await makeAddress(name, name, last);
    const sandbox = await makeSandbox(name);
    const result = await cni('ADD', sandbox.attachment);
    assert.ok(result);
    return { ...sandbox, result };
  };
  const hostInterface = ({ containerId, ifName }: CniAttachment) => hostInterfaceName({ containerId, ifname: ifName });
  const ports = async () =>
    (await node.vsctl('list-ports', 'br-int')).split('\n').filter((name) => /^h[0-9a-f]/.test(name));
  const ip = async (...args: readonly string[]) => (await node.exec('ip', args)).stdout;
  const pings = (netns: string, address: string) =>
    run('ping', ['-c', '1', '-W', '1', address], { netns }).then(
      () => true,
      () => false,
    );

  it('makes its NodeNetwork, and says that a NetworkConfig is missing', async () => {
    await isReady('NoNetworkConfig');
    const made = await nodeNetwork();
    assert.ok(made);
    const [owner] = (made.metadata as unknown as { ownerReferences: readonly { kind: string; name: string }[] })
      .ownerReferences;
    assert.deepEqual([owner?.kind, owner?.name], ['Node', 'n1']);
    assert.equal((await ready())?.status, 'False');
    assert.equal(readNetwork(node.confDirectory), undefined, 'the node must not become ready');
    assert.match((await agent.get('/readyz'))?.body ?? '', /There is no NetworkConfig "default"/);
  });

  it('makes the node a chassis, and only then tells the container runtime of itself', async () => {
    await create('networkconfigs', object('NetworkConfig', 'default', { serviceCidrs: ['10.96.0.0/16'] }));
    await isReady('Withheld');
    assert.equal(
      readNetwork(node.confDirectory),
      undefined,
      'the controller has yet to make the Vpc that it is attached to',
    );
    await status('networkconfigs/default', { defaultsCreated: true });
    await agent.ready();
    await isReady('Ready');
    await eventually('the configuration is there', 10, async () => readNetwork(node.confDirectory));
    assert.deepEqual(readdirSync(node.confDirectory), ['10-subnetes.conflist'], 'and no temporary file');
    assert.match(await bed.sbctl('--columns=name,encaps', 'list', 'Chassis'), /n1/);
    const { chassis, tunnel, datapath, bridges } = (await nodeNetwork())?.status ?? {};
    assert.deepEqual(
      { chassis, tunnel, datapath, bridges },
      {
        chassis: 'n1',
        tunnel: { address: node.address.ipv4, encapsulation: 'Geneve', mtu: 1442 },
        datapath: 'Userspace',
        bridges: ['br-int', 'br-phy'],
      },
    );
  });

  it('refuses a pod that no Subnet serves, with the cure', async () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'stray' },
      spec: { nodeName: 'n1', containers: [{ name: 'c', image: 'x' }] },
    };
    const { metadata } = await bed.kube.api.call<KubeObject>('POST', '/api/v1/namespaces/default/pods', pod);
    const { attachment } = await makeSandbox('stray', metadata.uid);
    await assert.rejects(
      cni('ADD', attachment),
      /no Subnet serves pod default\/stray: make a Subnet whose namespaceSelector/,
    );
    await cni('DEL', attachment);
  });

  it('wires a pod, and its port is the one that OVN has bound', async () => {
    await create('vpcs', object('Vpc', 'default', { nodeAttachment: {} }));
    await create(
      'subnets',
      object('Subnet', 'web', { vpc: 'default', cidrs: ['10.1.0.0/24', 'fd01::/64'], default: true }),
    );
    await status('vpcs/default', { conditions: [condition('Accepted', 'True', 'Accepted', '')] });
    await status('subnets/web', { conditions: [condition('Accepted', 'True', 'Accepted', '')] });
    const first = await wired('web-1', 11);
    const second = await wired('web-2', 12);
    assert.deepEqual(
      first.result.ips?.map(({ address, gateway }) => [address, gateway]),
      [
        ['10.1.0.11/24', '10.1.0.1'],
        ['fd01::11/64', 'fd01::1'],
      ],
    );
    await cni('CHECK', first.attachment, first.result);
    assert.equal(await bed.nbctl('get', 'Logical_Switch_Port', 'default.web-1', 'up'), 'true');
    assert.ok(await pings(first.netns, '10.1.0.12'), 'pods of one switch reach each other');
    // ovn-controller's thread that answers neighbor solicitations may be a second behind on a node that was just made.
    await eventually('over IPv6 too', 10, () => pings(second.netns, 'fd01::11'));
    await cni('DEL', second.attachment);
    await cni('DEL', second.attachment);
    assert.deepEqual(await ports(), [hostInterface(first.attachment)]);
    assert.doesNotMatch(await ip('-br', 'link'), new RegExp(hostInterface(second.attachment)));
  });

  it('fails a pod at once whose IP was refused, with the words of its condition', async () => {
    const spec = { subnet: 'web', addresses: ['10.1.0.11'], target: { kind: 'Pod', name: 'twin' } };
    await create('namespaces/default/ips', object('IP', 'twin', spec, 'default'));
    const words = 'Address 10.1.0.11 is held by ips.subnetes.io default/web-1. Choose another address.';
    const { attachment } = await makeSandbox('twin');
    const started = performance.now();
    const failed = assert.rejects(cni('ADD', attachment), new RegExp(`IP default/twin: AddressTaken: ${words}`));
    await status('namespaces/default/ips/twin', {
      conditions: [condition('Accepted', 'False', 'AddressTaken', words)],
    });
    await failed;
    assert.ok(performance.now() - started < 20_000, 'long before the deadline of an ADD');
  });

  it('fails a pod at once whose IP names a Subnet that does not permit it', async () => {
    const spec = { subnet: 'web', target: { kind: 'Pod', name: 'guest' } };
    await create('namespaces/default/ips', object('IP', 'guest', spec, 'default'));
    const refused = condition('ResolvedRefs', 'False', 'RefNotPermitted', 'Subnet web does not permit it.');
    await status('namespaces/default/ips/guest', { conditions: [refused] });
    const { attachment } = await makeSandbox('guest');
    await assert.rejects(cni('ADD', attachment), /IP default\/guest: RefNotPermitted: Subnet web does not permit it/);
  });

  it('knows its pods after a crash, and releases the one whose sandbox is gone', async () => {
    const stays = await wired('web-3', 13);
    const goes = await wired('web-4', 14);
    const before = await ports();
    const installed = await node.vsctl(
      'get',
      'Interface',
      hostInterface(stays.attachment),
      'external_ids:ovn-installed-ts',
    );
    await agent.kill();
    await run('ip', ['netns', 'delete', goes.netns]);
    assert.ok(await pings(stays.netns, '10.1.0.11'), 'without an agent pods work on');
    await assert.rejects(cni('DEL', stays.attachment), /agent/, 'and a DEL is for later');
    agent = await (await bed.startAgent('n1')).ready();
    await eventually('the orphan is gone', 10, async () => !(await ports()).includes(hostInterface(goes.attachment)));
    assert.deepEqual((await ports()).sort(), before.filter((name) => name !== hostInterface(goes.attachment)).sort());
    assert.equal(
      await node.vsctl('get', 'Interface', hostInterface(stays.attachment), 'external_ids:ovn-installed-ts'),
      installed,
      'the living port was not touched',
    );
    await cni('CHECK', stays.attachment, stays.result);
    await cni('DEL', stays.attachment);
    assert.ok(!(await ports()).includes(hostInterface(stays.attachment)));
  });

  describe('with a node attachment', () => {
    const addresses = ['100.64.0.2', 'fd00:100:64::2'];
    const isWhole = async () => {
      const shown = await ip('-br', 'address', 'show', 'dev', 'ovn0').catch(() => '');
      const routes = `${await ip('-4', 'route')}${await ip('-6', 'route')}`;
      return (
        shown.includes('100.64.0.2/16') &&
        shown.includes('fd00:100:64::2/112') &&
        ['10.1.0.0/24 via 100.64.0.1', '10.96.0.0/16 via 100.64.0.1', 'fd01::/64 via fd00:100:64::1'].every((route) =>
          routes.includes(`${route} dev ovn0`),
        )
      );
    };

    before(async () => {
      const attachment = {
        vpc: 'default',
        addresses,
        mac: '0a:58:64:40:00:02',
        interface: 'ovn0',
        gateways: ['100.64.0.1', 'fd00:100:64::1'],
      };
      await status('nodenetworks/n1', { attachments: [attachment] });
      await node.wire({
        name: 'peer',
        ifaceId: 'peer',
        mac: '0a:58:64:40:00:01',
        addresses: ['100.64.0.1/16', 'fd00:100:64::1/112'],
      });
    });
    const nodeReachesPeer = () =>
      eventually('the node reaches the join network', 10, async () => pings(node.netns, '100.64.0.1'));

    it('has ovn0 with its addresses and routes, and says so', async () => {
      await eventually('ovn0 is whole', 10, isWhole);
      await nodeReachesPeer();
      await isReady('Ready');
      const whole = (await nodeNetwork())?.status as { attachments?: readonly unknown[] };
      assert.equal(whole.attachments?.length, 1, "the controller's part of the status is untouched");
    });

    it('puts an address, a route and the link back when somebody takes them', async () => {
      await ip('address', 'flush', 'dev', 'ovn0');
      await eventually('the addresses are back', 10, isWhole);
      await ip('route', 'delete', '10.1.0.0/24');
      await eventually('the route is back', 10, isWhole);
      await ip('link', 'set', 'dev', 'ovn0', 'down');
      await eventually('the link is up with its routes', 10, isWhole);
      await ip('address', 'add', '192.0.2.77/24', 'dev', 'ovn0');
      await eventually(
        'a foreign address is gone',
        10,
        async () => !(await ip('-br', 'address')).includes('192.0.2.77'),
      );
      await nodeReachesPeer();
    });

    it('has ovs-vswitchd make the device anew when somebody deletes it', async () => {
      await ip('link', 'delete', 'dev', 'ovn0');
      await eventually('ovn0 is whole again', 10, isWhole);
      await nodeReachesPeer();
      await ip('link', 'delete', 'dev', 'ovn0');
      await eventually('a second time', 10, isWhole);
      await nodeReachesPeer();
    });

    it('puts the port back when somebody deletes it from the bridge', async () => {
      await node.vsctl('del-port', 'ovn0');
      await eventually('ovn0 is whole again', 10, isWhole);
      await nodeReachesPeer();
    });

    it('survives a crash of ovs-vswitchd', async () => {
      await node.vsctl(
        'set',
        'Open_vSwitch',
        '.',
        'other_config:flow-restore-wait=true',
        'external_ids:ovn-managed-flow-restore-wait=true',
      );
      await node.kill('ovs-vswitchd');
      // ovn-controller 26.03 may be faster, and writes "false".
      await eventually('flow-restore-wait is cleared while ovs-vswitchd is dead', 10, async () => {
        const settings = await node.vsctl('--no-wait', 'get', 'Open_vSwitch', '.', 'other_config');
        return !settings.includes('flow-restore-wait="true"');
      });
      await node.start('ovs-vswitchd');
      await eventually('ovn0 is whole', 10, isWhole);
      await nodeReachesPeer();
      await node.vsctl('remove', 'Open_vSwitch', '.', 'external_ids', 'ovn-managed-flow-restore-wait');
    });

    it('keeps ovn0 when its NodeNetwork is deleted, and makes that anew', async () => {
      const before = await nodeNetwork();
      await bed.kubectl('delete', 'nodenetwork', 'n1');
      await eventually('there is another one with a status', 10, async () => {
        const now = await nodeNetwork();
        return now?.metadata.uid !== before?.metadata.uid && (now?.status as { chassis?: string })?.chassis === 'n1';
      });
      assert.ok(await isWhole(), 'the node stayed attached');
      assert.match(await node.vsctl('list-ports', 'br-int'), /ovn0/);
    });

    it('leaves the node as it is when it ends, and finds it so', async () => {
      await status('nodenetworks/n1', {
        attachments: [
          {
            vpc: 'default',
            addresses,
            mac: '0a:58:64:40:00:02',
            interface: 'ovn0',
            gateways: ['100.64.0.1', 'fd00:100:64::1'],
          },
        ],
      });
      await eventually('everything is programmed again', 10, async () =>
        conditions(await nodeNetwork()).some(({ type, reason }) => type === 'Programmed' && reason === 'Programmed'),
      );
      assert.equal((await agent.stop()).code, 0);
      assert.ok(await isWhole());
      assert.ok(!existsSync(node.cniSocket), 'the socket is gone');
      const before = await nodeNetwork();
      agent = await (await bed.startAgent('n1')).ready();
      assert.equal(await agent.metric('subnetes_line_transactions_total'), 0, 'nothing was written to Open vSwitch');
      assert.deepEqual((await nodeNetwork())?.status, before?.status);
      assert.equal((await nodeNetwork())?.metadata.resourceVersion, before?.metadata.resourceVersion, 'nor to the API');
    });

    // What the NodeNetwork says of this can't be seen here: the bed's nodes reach the API server through ovs-vswitchd, which
    // forwards nothing in userspace while it has no database.
    it('refuses pods while Open vSwitch is down, and needs no help when it is back', async () => {
      const network = readNetwork(node.confDirectory);
      assert.ok(network);
      const state = () => callCni({ binDirectory, nodeNetns: node.netns, env: node.env }, network, 'STATUS');
      const { attachment } = await makeSandbox('web-1');
      await node.kill('ovsdb-server');
      const sentence = /Open vSwitch does not answer on node n1: start ovsdb-server/;
      await eventually('STATUS tells', 10, () =>
        state().then(
          () => false,
          (error) => sentence.test(String(error)),
        ),
      );
      await assert.rejects(cni('ADD', attachment), sentence);
      await node.start('ovsdb-server');
      await agent.ready();
      await state();
      await eventually('ovn0 is whole', 10, isWhole);
      await nodeReachesPeer();
    });

    it('can be started before Open vSwitch is', async () => {
      await agent.kill();
      await node.kill('ovsdb-server');
      agent = await bed.startAgent('n1');
      await eventually('it says what it waits for', 10, async () =>
        (await agent.get('/readyz'))?.body.includes('it waits for Open vSwitch'),
      );
      await node.start('ovsdb-server');
      await agent.ready();
      await isReady('Ready');
      await nodeReachesPeer();
    });
  });
});
