// Addresses that somebody asked for, and pods that can't get one: what a user sees in the events of the pod and how it is cured.
import assert from 'node:assert/strict';
import { Cluster } from '../support/cluster.ts';
import { forPod, ip, namespaceNamed, subnet, vpc } from '../support/objects.ts';
import { assertNoPodTraces, podTraces } from '../support/residue.ts';
import { assertReaches, eventually } from '../support/traffic.ts';

describe('addresses of pods', function () {
  this.timeout(180_000);
  let cluster: Cluster;

  before(async () => {
    cluster = await Cluster.up();
    await cluster.namespaces('app', 'small', 'other', 'lonely');
    await cluster.apply(
      vpc('team'),
      subnet('app', 'team', ['10.80.0.0/24', 'fd00:80::/64'], {
        ...namespaceNamed('app'),
        excludes: ['10.80.0.100-10.80.0.110'],
      }),
      subnet('small', 'team', ['10.80.8.0/30'], namespaceNamed('small')),
    );
    await cluster.wait('subnets.subnetes.io/app');
    await cluster.wait('subnets.subnetes.io/small');
  });

  after(() => cluster?.down());

  // What `kubectl describe pod` shows: the newest FailedCreatePodSandBox whose text has this in it.
  async function refusal(pod: string, namespace: string, part: string): Promise<string> {
    let seen: readonly string[] = [];
    return eventually(`pod ${namespace}/${pod} is told "${part}"`, 40, async () => {
      const text = await cluster.kubectl(
        'get',
        'events',
        '-n',
        namespace,
        '--field-selector',
        `involvedObject.name=${pod},reason=FailedCreatePodSandBox`,
        '-o',
        'jsonpath={range .items[*]}{.message}{"\\n"}{end}',
      );
      seen = text.split('\n');
      return seen.find((message) => message.includes(part));
    }).catch((error: unknown) => assert.fail(`${String(error)}; it was told ${JSON.stringify(seen)}`));
  }

  async function condition(
    what: string,
    type: string,
    ...args: readonly string[]
  ): Promise<{ readonly reason: string; readonly message: string }> {
    const text = await cluster.kubectl(
      'get',
      what,
      '-o',
      `jsonpath={.status.conditions[?(@.type=="${type}")]}`,
      ...args,
    );
    return JSON.parse(text) as { readonly reason: string; readonly message: string };
  }

  it('are fixed, with the MAC, by an IP that a user made, and kept over the lives of the pod [every OVN]', async () => {
    const mac = '0a:00:00:00:00:42';
    await cluster.apply(ip('db-0', 'app', 'app', { addresses: ['10.80.0.42', 'fd00:80::42'], mac, ...forPod('db-0') }));
    await cluster.wait('ips.subnetes.io/db-0', 'condition=Ready', 30, '-n', 'app');
    const peer = await cluster.runPod('peer', { node: 'n1', namespace: 'app' });
    for (const node of ['n1', 'n2', 'n1']) {
      const pod = await cluster.runPod('db-0', { node, namespace: 'app' });
      assert.deepEqual(pod.addresses, ['10.80.0.42', 'fd00:80::42']);
      const { stdout } = await pod.from('cat', ['/sys/class/net/eth0/address']);
      assert.equal(stdout.trim(), mac);
      await assertReaches(peer.from, '10.80.0.42', `db-0 on ${node}`);
      await assertReaches(peer.from, 'fd00:80::42', `db-0 on ${node} over IPv6`);
      await cluster.wait('ips.subnetes.io/db-0', `jsonpath={.status.node}=${node}`, 30, '-n', 'app');
      await cluster.deletePod('db-0', 'app');
    }
    await cluster.wait(
      'ips.subnetes.io/db-0',
      'jsonpath={.status.conditions[?(@.type=="Ready")].reason}=Reserved',
      30,
      '-n',
      'app',
    );
    await cluster.kubectl('delete', 'ips.subnetes.io/db-0', '-n', 'app', '--timeout=20s');
    await cluster.deletePod('peer', 'app');
  });

  it('may be left open in an IP that a user made, which then keeps the ones it got', async () => {
    await cluster.apply(ip('kept', 'app', 'app', forPod('kept')));
    await cluster.wait('ips.subnetes.io/kept', 'condition=Ready', 30, '-n', 'app');
    const first = await cluster.runPod('kept', { node: 'n1', namespace: 'app' });
    await cluster.deletePod('kept', 'app');
    const second = await cluster.runPod('kept', { node: 'n2', namespace: 'app' });
    assert.deepEqual(second.addresses, first.addresses);
    assert.equal(second.addresses.length, 2);
    await cluster.deletePod('kept', 'app');
    await cluster.kubectl('delete', 'ips.subnetes.io/kept', '-n', 'app', '--timeout=20s');
  });

  const bad: readonly {
    readonly what: string;
    readonly address: string;
    readonly reason: string;
    readonly text: RegExp;
  }[] = [
    {
      what: 'taken',
      address: '10.80.0.7',
      reason: 'AddressTaken',
      text: /10\.80\.0\.7 is held by ips\.subnetes\.io app\/holder/,
    },
    {
      what: 'excluded',
      address: '10.80.0.105',
      reason: 'AddressExcluded',
      text: /10\.80\.0\.105 is in spec\.excludes of Subnet app/,
    },
    {
      what: 'out of range',
      address: '10.81.0.1',
      reason: 'AddressOutOfRange',
      text: /10\.81\.0\.1 is not in 10\.80\.0\.0\/24/,
    },
    { what: "the router's", address: '10.80.0.1', reason: 'AddressReserved', text: /10\.80\.0\.1 is the router's/ },
    {
      what: 'the broadcast address',
      address: '10.80.0.255',
      reason: 'AddressReserved',
      text: /10\.80\.0\.255 is reserved/,
    },
  ];

  for (const { what, address, reason, text } of bad) {
    it(`are refused when ${what}, and the pod is told exactly what the IP says`, async () => {
      const name = `bad-${reason.toLowerCase()}-${address.split('.').at(-1)}`;
      if (reason === 'AddressTaken') {
        await cluster.apply(ip('holder', 'app', 'app', { addresses: [address] }));
        await cluster.wait('ips.subnetes.io/holder', 'condition=Ready', 30, '-n', 'app');
      }
      await cluster.apply(ip(name, 'app', 'app', { addresses: [address], ...forPod(name) }));
      await cluster.wait(`ips.subnetes.io/${name}`, 'condition=Accepted=false', 30, '-n', 'app');
      const accepted = await condition(`ips.subnetes.io/${name}`, 'Accepted', '-n', 'app');
      assert.equal(accepted.reason, reason);
      assert.match(accepted.message, text);
      await cluster.createPod(name, { node: 'n1', namespace: 'app' });
      const told = await refusal(name, 'app', reason);
      assert.ok(told.endsWith(`IP app/${name}: ${reason}: ${accepted.message}`), told);
      // The cure: the IP is taken away, and the pod gets an address of the Subnet that serves it, without being touched.
      await cluster.kubectl('delete', `ips.subnetes.io/${name}`, '-n', 'app', '--timeout=20s');
      if (reason === 'AddressTaken')
        await cluster.kubectl('delete', 'ips.subnetes.io/holder', '-n', 'app', '--timeout=20s');
      assert.match((await cluster.pod(name, 'app')).ipv4 ?? '', /^10\.80\.0\./);
      await cluster.deletePod(name, 'app');
    });
  }

  it('are made anew when somebody takes the IP of a running pod away by force', async () => {
    const [pod, peer] = await Promise.all([
      cluster.runPod('robbed', { node: 'n1', namespace: 'app' }),
      cluster.runPod('witness', { node: 'n2', namespace: 'app' }),
    ]);
    for (const address of pod.addresses) await assertReaches(peer.from, address);
    const { ips } = await podTraces(cluster);
    const name = ips.find((key) => key.startsWith('app/robbed-'))?.slice('app/'.length) ?? '';
    const uid = await cluster.kubectl('get', `ips.subnetes.io/${name}`, '-n', 'app', '-o', 'jsonpath={.metadata.uid}');
    await cluster.kubectl('delete', `ips.subnetes.io/${name}`, '-n', 'app', '--wait=false');
    for (const address of pod.addresses) await assertReaches(peer.from, address, 'a pod whose IP shall be deleted');
    await cluster.kubectl(
      'patch',
      `ips.subnetes.io/${name}`,
      '-n',
      'app',
      '--type=merge',
      '-p',
      '{"metadata":{"finalizers":null}}',
    );
    await eventually('there is an IP of the same addresses again', 30, async () => {
      const text = await cluster.kubectl('get', 'ips.subnetes.io', '-n', 'app', '-o', 'json');
      const { items } = JSON.parse(text) as {
        readonly items: readonly {
          readonly metadata: { readonly uid: string };
          readonly spec: { readonly addresses?: readonly string[] };
        }[];
      };
      return items.some(
        ({ metadata, spec }) => metadata.uid !== uid && spec.addresses?.join() === pod.addresses.join(),
      );
    });
    for (const address of pod.addresses) await assertReaches(peer.from, address, 'a pod whose IP was made anew');
    await Promise.all([cluster.deletePod('robbed', 'app'), cluster.deletePod('witness', 'app')]);
  });

  it('are decided once: changed labels of the namespace count for new pods only', async () => {
    const pod = await cluster.runPod('old', { node: 'n1', namespace: 'app' });
    const other = subnet('app-b', 'team', ['10.80.4.0/24'], {
      namespaceSelector: { matchLabels: { tier: 'b' } },
      priority: 1,
    });
    await cluster.apply(other);
    await cluster.wait('subnets.subnetes.io/app-b');
    await cluster.kubectl('label', 'namespace', 'app', 'tier=b');
    const young = await cluster.runPod('young', { node: 'n2', namespace: 'app' });
    assert.match(young.ipv4 ?? '', /^10\.80\.4\./, 'the Subnet of the smaller priority number');
    for (const address of pod.addresses.slice(0, 1))
      await assertReaches(young.from, address, 'the pod that ran before');
    await cluster.kubectl('label', 'namespace', 'app', 'tier-');
    await assertReaches(pod.from, young.ipv4 ?? '');
    await Promise.all([cluster.deletePod('old', 'app'), cluster.deletePod('young', 'app')]);
    await cluster.kubectl('delete', 'subnets.subnetes.io/app-b', '--timeout=30s');
  });

  it('of a full Subnet are refused with a text that says so, and a second Subnet cures it without touching the pod', async () => {
    // A /30 has two usable addresses, of which one is the router's.
    const first = await cluster.runPod('first', { node: 'n1', namespace: 'small' });
    assert.equal(first.ipv4, '10.80.8.2');
    const { metadata } = await cluster.createPod('second', { node: 'n2', namespace: 'small' });
    const told = await refusal('second', 'small', 'SubnetExhausted');
    assert.match(told, /IP small\/second-\w+: SubnetExhausted: Subnet small has no free IPv4 address/);
    assert.match(told, /Add a Subnet in Vpc team that serves namespace small/);
    await cluster.wait(
      'subnets.subnetes.io/small',
      'jsonpath={.status.conditions[?(@.type=="Ready")].reason}=Exhausted',
    );
    await cluster.wait('subnets.subnetes.io/small', 'condition=Ready');
    await cluster.apply(subnet('small2', 'team', ['10.80.9.0/24'], namespaceNamed('small')));
    const second = await cluster.pod('second', 'small');
    assert.equal(second.uid, metadata.uid, 'the pod is the same one');
    assert.match(second.ipv4 ?? '', /^10\.80\.9\./);
    await assertReaches(first.from, second.ipv4 ?? '');
    await Promise.all([cluster.deletePod('first', 'small'), cluster.deletePod('second', 'small')]);
  });

  it('of a full Subnet are given as soon as somebody leaves', async () => {
    await cluster.kubectl('delete', 'subnets.subnetes.io/small2', '--timeout=30s');
    await cluster.runPod('holder', { node: 'n1', namespace: 'small' });
    await cluster.createPod('waiter', { node: 'n2', namespace: 'small' });
    await refusal('waiter', 'small', 'SubnetExhausted');
    await cluster.deletePod('holder', 'small');
    assert.equal((await cluster.pod('waiter', 'small')).ipv4, '10.80.8.2');
    await cluster.deletePod('waiter', 'small');
  });

  it('of a Subnet that does not permit the namespace are refused', async () => {
    await cluster.apply(ip('intruder', 'other', 'app', forPod('intruder')));
    await cluster.wait('ips.subnetes.io/intruder', 'condition=ResolvedRefs=false', 30, '-n', 'other');
    const refs = await condition('ips.subnetes.io/intruder', 'ResolvedRefs', '-n', 'other');
    assert.equal(refs.reason, 'RefNotPermitted');
    await cluster.createPod('intruder', { node: 'n1', namespace: 'other' });
    const told = await refusal('intruder', 'other', 'RefNotPermitted');
    assert.ok(told.endsWith(`IP other/intruder: RefNotPermitted: ${refs.message}`), told);
    // The cure that the message names: the admin permits it.
    const permit = { allowedNamespaces: { from: 'All' } };
    await cluster.kubectl('patch', 'subnets.subnetes.io/app', '--type=merge', '-p', JSON.stringify({ spec: permit }));
    assert.match((await cluster.pod('intruder', 'other')).ipv4 ?? '', /^10\.80\.0\./);
    await cluster.deletePod('intruder', 'other');
    await cluster.kubectl('delete', 'ips.subnetes.io/intruder', '-n', 'other', '--timeout=20s');
  });

  it('that nobody gives are refused with the sentence that says what to make', async () => {
    await cluster.kubectl('delete', 'subnets.subnetes.io/default', '--timeout=30s');
    await cluster.createPod('alone', { node: 'n1', namespace: 'lonely' });
    const sentence =
      'no Subnet serves pod lonely/alone: make a Subnet whose namespaceSelector matches namespace lonely, or one with default: true';
    assert.ok((await refusal('alone', 'lonely', 'no Subnet serves')).endsWith(sentence));
    await cluster.apply(subnet('everyone', 'default', ['10.90.0.0/24'], { default: true }));
    assert.match((await cluster.pod('alone', 'lonely')).ipv4 ?? '', /^10\.90\.0\./);
    await cluster.deletePod('alone', 'lonely');
  });

  it('leave nothing behind when all pods are gone', async () => {
    await assertNoPodTraces(cluster);
  });
});

describe('a cluster without a NetworkConfig', function () {
  this.timeout(180_000);
  let cluster: Cluster;

  before(async () => {
    cluster = await Cluster.up({ nodes: 1, networkConfig: false });
  });

  after(() => cluster?.down());

  it('says so on every kind, runs no pod, and works as soon as there is one', async () => {
    await cluster.apply(vpc('early'), subnet('early', 'early', ['10.90.0.0/24']), ip('early', 'default', 'early'));
    for (const [what, ...args] of [
      ['vpcs.subnetes.io/early'],
      ['subnets.subnetes.io/early'],
      ['ips.subnetes.io/early', '-n', 'default'],
    ] as const) {
      const path = 'jsonpath={.status.conditions[?(@.type=="ResolvedRefs")].reason}=NoNetworkConfig';
      await cluster.wait(what, path, 30, ...args);
    }
    await cluster.createPod('early', { node: 'n1' });
    const spec = { podCidrs: ['10.244.0.0/16'] };
    await cluster.apply({
      apiVersion: 'subnetes.io/v1alpha1',
      kind: 'NetworkConfig',
      metadata: { name: 'default' },
      spec,
    });
    await cluster.wait('vpcs.subnetes.io/early');
    await cluster.wait('subnets.subnetes.io/early');
    assert.match((await cluster.pod('early')).ipv4 ?? '', /^10\.244\./);
  });
});
