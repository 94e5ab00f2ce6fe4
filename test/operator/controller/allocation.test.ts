// Which address a pod gets, what an IP that somebody made may have, and how many API writes it takes: a real API server, real OVN databases.
import assert from 'node:assert/strict';
import type { AuditRecord } from '../../support/bed-kubernetes.ts';
import type { KubeObject } from '../../support/kube-api.ts';
import {
  addressesOf,
  ControllerBed,
  conditionOf,
  keyOf,
  object,
  portOf,
  servedSubnet,
  targetOf,
} from './controller-bed.ts';

describe('allocation of addresses', function () {
  this.timeout(90_000);
  let bed: ControllerBed;

  before(async function () {
    this.timeout(180_000);
    bed = await ControllerBed.up({ networkConfig: { quarantineSeconds: 0 } });
    await bed.apply(object('Vpc', 'v'));
  });

  after(async function () {
    this.timeout(60_000);
    await bed?.down();
  });

  /** A namespace with a Subnet of its own. */
  async function tenant(name: string, cidrs: readonly string[], spec: Readonly<Record<string, unknown>> = {}) {
    await bed.namespace(name);
    await bed.apply(servedSubnet(name, 'v', name, cidrs, spec));
    await bed.ready('subnets', name);
  }

  const madeFor = (pod: KubeObject): KubeObject | undefined => bed.ipsOf(pod)[0];

  it('takes two API writes until a pod is up and two until it is gone, and no event', async () => {
    await tenant('budget', ['10.9.0.0/24', 'fd09::/64']);
    const start = await bed.auditPosition();
    const pods = await Promise.all(
      Array.from({ length: 10 }, (_, index) => bed.createPod(`p${index}`, { namespace: 'budget' })),
    );
    const ips = await Promise.all(pods.map((pod) => bed.ipOf(pod)));
    await bed.bind('n1', ...ips.map(portOf));
    await Promise.all(ips.map((ip) => bed.ready('ips', keyOf(ip))));
    const statusWrites = (name: string) => (writes: readonly AuditRecord[]) =>
      writes.filter((write) => write.name === name && write.subresource === 'status').length;
    const coming = await bed.writesUntil(start, (writes) =>
      ips.every(({ metadata: { name } }) => statusWrites(name)(writes) > 0),
    );
    const middle = await bed.auditPosition();
    // As a kubelet: the sandbox ends first, then the object goes.
    const { api } = bed.bed.kube;
    await Promise.all(
      pods.map(({ metadata: { name } }) => api.call('DELETE', `/api/v1/namespaces/budget/pods/${name}`)),
    );
    await bed.unbind(...ips.map(portOf));
    await Promise.all(pods.map(({ metadata: { name } }) => bed.deletePod(name, 'budget')));
    await Promise.all(ips.map((ip) => bed.gone('ips', keyOf(ip))));
    const going = await bed.writesUntil(
      middle,
      (writes) => writes.filter(({ verb, resource }) => verb === 'delete' && resource === 'ips').length === ips.length,
    );
    for (const writes of [coming, going]) {
      assert.deepEqual(
        writes.filter(({ resource }) => resource === 'events'),
        [],
      );
      for (const ip of ips) {
        const own = writes.filter(({ name, resource }) => resource === 'ips' && name === ip.metadata.name);
        assert.ok(own.length <= 2, JSON.stringify(own));
      }
    }
    // The IP was made complete: with its addresses, MAC, node and finalizer in the one create.
    const [first] = ips;
    assert.equal(addressesOf(first!).length, 2);
    assert.equal(first?.spec?.node, 'n1');
    assert.deepEqual(first?.metadata.finalizers, ['subnetes.io/in-use']);
  });

  it('keeps what members of a StatefulSet got, where the Subnet says so, until the set is scaled below them or gone', async () => {
    await tenant('sets', ['10.44.0.0/28'], { retain: 'StatefulSets' });
    const { api } = bed.bed.kube;
    const sets = '/apis/apps/v1/namespaces/sets/statefulsets';
    const labels = { app: 'db' };
    const set = await api.call<KubeObject>('POST', sets, {
      ...{ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db', namespace: 'sets' } },
      spec: {
        ...{ replicas: 2, serviceName: 'db', selector: { matchLabels: labels } },
        template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'none' }] } },
      },
    });
    const { name, uid = '' } = set.metadata;
    const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name, uid, controller: true }];
    const live = async (node: string) => {
      const pods = await Promise.all(
        ['db-0', 'db-1'].map((member) => bed.createPod(member, { namespace: 'sets', node, ownerReferences })),
      );
      const ips = await Promise.all(pods.map((pod) => bed.ipOf(pod)));
      return { ips, addresses: ips.flatMap(addressesOf) };
    };
    const die = (pod: string) => bed.deletePod(pod, 'sets');
    const kept = (ip: KubeObject) =>
      bed.until(`${keyOf(ip)} is nobody's`, () => bed.get('ips', keyOf(ip))?.status?.uid === undefined);

    const first = await live('n1');
    assert.deepEqual(
      first.ips.map(({ metadata }) => metadata.ownerReferences?.[0]?.kind),
      ['StatefulSet', 'StatefulSet'],
    );
    await Promise.all(['db-0', 'db-1'].map(die));
    await Promise.all(first.ips.map(kept));
    // A pod of no set comes and goes in between: it gets another address, and keeps none.
    const other = await bed.ipOf(await bed.createPod('other', { namespace: 'sets' }));
    assert.ok(!first.addresses.includes(addressesOf(other)[0] ?? ''));
    await die('other');
    await bed.gone('ips', keyOf(other));
    const second = await live('n2');
    assert.deepEqual(second.addresses, first.addresses);
    assert.deepEqual(
      second.ips.map(({ status }) => status?.node),
      ['n2', 'n2'],
    );
    const [zero, one] = second.ips;
    await api.call('PATCH', `${sets}/db`, { spec: { replicas: 1 } });
    await die('db-1');
    await bed.gone('ips', keyOf(one!));
    await die('db-0');
    await kept(zero!);
    await api.call('DELETE', `${sets}/db`);
    await bed.gone('ips', keyOf(zero!));
  });

  it('goes on to the next Subnet that serves a pod when the first is full', async () => {
    await tenant('over', ['10.10.0.0/29'], { priority: 1 });
    await bed.apply(servedSubnet('over-2', 'v', 'over', ['10.10.1.0/29'], { priority: 2 }));
    await bed.ready('subnets', 'over-2');
    const pods = await Promise.all(
      Array.from({ length: 8 }, (_, index) => bed.createPod(`p${index}`, { namespace: 'over' })),
    );
    const ips = await Promise.all(pods.map((pod) => bed.ipOf(pod)));
    const inSubnet = (name: string) => ips.filter((ip) => ip.spec?.subnet === name).length;
    assert.deepEqual([inSubnet('over'), inSubnet('over-2')], [5, 3]);
    assert.equal(new Set(ips.flatMap(addressesOf)).size, 8);
  });

  it('says that a Subnet is exhausted, and gives the address that comes free', async () => {
    await tenant('full', ['10.11.0.0/30']);
    const first = await bed.createPod('first', { namespace: 'full' });
    const ip = await bed.ipOf(first);
    assert.deepEqual(addressesOf(ip), ['10.11.0.2']);
    const second = await bed.createPod('second', { namespace: 'full' });
    const waiting = await bed.until('second has an IP', () => madeFor(second));
    const accepted = await bed.condition('ips', keyOf(waiting), 'Accepted', 'False', 'SubnetExhausted');
    assert.match(
      accepted.message,
      /^Subnet full has no free IPv4 address \(1 of 1 used\)\. Add a Subnet in Vpc v that serves namespace full/,
    );
    const ready = await bed.condition('ips', keyOf(waiting), 'Ready', 'False', 'SubnetExhausted');
    assert.equal(ready.message, accepted.message);
    await bed.deletePod('first', 'full');
    const served = await bed.ipOf(second);
    assert.deepEqual(addressesOf(served), ['10.11.0.2']);
    await bed.bind('n1', portOf(served));
    await bed.ready('ips', keyOf(served));
  });

  it('moves a pod that found a full Subnet to one that is added', async () => {
    await tenant('grow', ['10.12.0.0/30']);
    await bed.ipOf(await bed.createPod('first', { namespace: 'grow' }));
    const second = await bed.createPod('second', { namespace: 'grow' });
    const waiting = await bed.until('second has an IP', () => madeFor(second));
    await bed.condition('ips', keyOf(waiting), 'Accepted', 'False', 'SubnetExhausted');
    await bed.apply(servedSubnet('grow-2', 'v', 'grow', ['10.12.1.0/30']));
    assert.deepEqual(addressesOf(await bed.ipOf(second)), ['10.12.1.2']);
  });

  it('gives a namespace no more than its limit', async () => {
    await tenant('quota', ['10.13.0.0/24'], { limits: { addressesPerNamespace: 2 } });
    const pods = await Promise.all(['a', 'b'].map((name) => bed.createPod(name, { namespace: 'quota' })));
    await Promise.all(pods.map((pod) => bed.ipOf(pod)));
    const third = await bed.createPod('c', { namespace: 'quota' });
    const ip = await bed.until('c has an IP', () => madeFor(third));
    const { message } = await bed.condition('ips', keyOf(ip), 'Accepted', 'False', 'QuotaExceeded');
    assert.match(message, /Namespace quota has 2 IPs in Subnet quota, which is its limit/);
    // Nor by writing addresses oneself, nor by asking for many at once.
    const written = ['10.13.0.70', '10.13.0.71', '10.13.0.72'].map((address, index) =>
      object('IP', `quota/own-${index}`, { subnet: 'quota', addresses: [address] }),
    );
    await bed.apply(...written);
    for (const [index] of written.entries())
      await bed.condition('ips', `quota/own-${index}`, 'Accepted', 'False', 'QuotaExceeded');
    await bed.bed.kubectl('delete', 'ips.subnetes.io', '-n', 'quota', 'own-0', 'own-1', 'own-2');
    await bed.deletePod('a', 'quota');
    await bed.ipOf(third);
    await bed.deletePod('c', 'quota');
    await bed.until('there is room', () => bed.ipsOf(third).length === 0);
    await bed.apply(...written);
    await bed.until('one of three has got it', () => {
      const own = bed.list('ips').filter(({ metadata }) => metadata.name.startsWith('own-'));
      const said = own.map((ip) => conditionOf(ip, 'Accepted')?.reason).sort();
      return JSON.stringify(said) === '["Accepted","QuotaExceeded","QuotaExceeded"]' || undefined;
    });
  });

  it('binds an IP that somebody made first to its pod, and keeps it across restarts of the pod', async () => {
    await tenant('fixed', ['10.14.0.0/24', 'fd14::/64']);
    const key = 'fixed/db';
    const mac = '0a:00:00:00:00:77';
    await bed.apply(
      object('IP', key, { subnet: 'fixed', addresses: ['10.14.0.77'], mac, target: { kind: 'Pod', name: 'db-0' } }),
    );
    await bed.condition('ips', key, 'Ready', 'True', 'Reserved');
    const reserved = bed.get('ips', key)!;
    assert.deepEqual([reserved.status?.ipv4, reserved.status?.mac], ['10.14.0.77', mac]);
    assert.ok(reserved.status?.ipv6, 'the family that was left open is given');
    assert.equal(bed.port('fixed.db'), undefined);
    const database = () => bed.port('fixed.db') ?? assert.fail('there is no port');
    let versions = new Set<string>();
    for (const node of ['n1', 'n2', 'n1']) {
      versions = new Set([bed.get('ips', key)?.metadata.resourceVersion ?? '']);
      const pod = await bed.createPod('db-0', { namespace: 'fixed', node });
      const bound = await bed.until(`bound on ${node}`, () => {
        const ip = bed.get('ips', key);
        versions.add(ip?.metadata.resourceVersion ?? '');
        return ip?.status?.uid === pod.metadata.uid && bed.port('fixed.db') ? ip : undefined;
      });
      assert.equal(bound.status?.node, node);
      assert.deepEqual(
        [...(database().port_security as Set<string>)],
        [`${mac} 10.14.0.77 ${String(reserved.status?.ipv6)}`],
      );
      const options = database().options as Map<string, string>;
      assert.deepEqual([options.get('requested-chassis'), options.get('iface-id-ver')], [node, pod.metadata.uid]);
      await bed.bind(node, 'fixed.db');
      await bed.condition('ips', key, 'Ready', 'True', 'PortUp');
      // Bound and up; and the finalizer, with the first pod only.
      versions.add(bed.get('ips', key)?.metadata.resourceVersion ?? '');
      assert.ok(versions.size - 1 <= (node === 'n1' ? 3 : 2), `${versions.size - 1} writes`);
      assert.deepEqual(bed.ipsOf(pod).length, 1);
      await bed.unbind('fixed.db');
      await bed.deletePod('db-0', 'fixed');
      await bed.until('the row is gone', () => !bed.port('fixed.db'));
      await bed.condition('ips', key, 'Ready', 'True', 'Reserved');
      assert.equal(bed.get('ips', key)?.status?.uid, undefined);
    }
  });

  it('removes an IP with reclaimPolicy Delete together with its pod', async () => {
    await tenant('once', ['10.15.0.0/24']);
    await bed.apply(
      object('IP', 'once/x', { subnet: 'once', reclaimPolicy: 'Delete', target: { kind: 'Pod', name: 'x' } }),
    );
    await bed.condition('ips', 'once/x', 'Ready', 'True', 'Reserved');
    const pod = await bed.createPod('x', { namespace: 'once' });
    await bed.until('bound', () => bed.get('ips', 'once/x')?.status?.uid === pod.metadata.uid && bed.port('once.x'));
    await bed.deletePod('x', 'once');
    await bed.gone('ips', 'once/x');
  });

  it('keeps an IP that is made for a pod with another address waiting, and says so', async () => {
    await tenant('late', ['10.16.0.0/24']);
    const pod = await bed.createPod('p', { namespace: 'late' });
    const ip = await bed.ipOf(pod);
    await bed.apply(
      object('IP', 'late/p', { subnet: 'late', addresses: ['10.16.0.99'], target: { kind: 'Pod', name: 'p' } }),
    );
    const { message } = await bed.condition('ips', 'late/p', 'Ready', 'False', 'PodHasOtherAddress');
    assert.match(message, new RegExp(`runs with ${addressesOf(ip)[0]} already`));
    await bed.deletePod('p', 'late');
    const next = await bed.createPod('p', { namespace: 'late' });
    await bed.until('the reservation is bound', () => bed.get('ips', 'late/p')?.status?.uid === next.metadata.uid);
    await bed.until(
      'it is the only one',
      () => bed.list('ips').filter((each) => targetOf(each).name === 'p').length === 1,
    );
  });

  describe('refuses, with a message that a person can act on,', () => {
    before(async function () {
      this.timeout(90_000);
      await tenant('no', ['10.17.0.0/24', 'fd17::/64'], { excludes: ['10.17.0.5', '10.17.0.8-10.17.0.9'] });
      await bed.namespace('stranger');
      await bed.apply(
        object('IP', 'no/holder', {
          subnet: 'no',
          addresses: ['10.17.0.50'],
          mac: '0a:00:00:00:00:50',
          target: { kind: 'Pod', name: 'held' },
        }),
      );
      await bed.ready('ips', 'no/holder');
    });

    const cases: readonly (readonly [string, string, object, string, string, RegExp])[] = [
      [
        'an excluded address',
        'no',
        { addresses: ['10.17.0.9'] },
        'Accepted',
        'AddressExcluded',
        /10\.17\.0\.9 is in spec\.excludes of Subnet no/,
      ],
      [
        "the router's address",
        'no',
        { addresses: ['10.17.0.1'] },
        'Accepted',
        'AddressReserved',
        /the router's of Subnet no/,
      ],
      [
        'the network address',
        'no',
        { addresses: ['10.17.0.0'] },
        'Accepted',
        'AddressReserved',
        /reserved in 10\.17\.0\.0\/24/,
      ],
      [
        'an anycast address',
        'no',
        { addresses: ['fd17::ffff:ffff:ffff:fff0'] },
        'Accepted',
        'AddressReserved',
        /reserved in fd17::\/64/,
      ],
      [
        'an address out of range',
        'no',
        { addresses: ['10.99.0.5'] },
        'Accepted',
        'AddressOutOfRange',
        /not in 10\.17\.0\.0\/24 or fd17::\/64 of Subnet no/,
      ],
      [
        'a taken address',
        'no',
        { addresses: ['10.17.0.50'] },
        'Accepted',
        'AddressTaken',
        /held by ips\.subnetes\.io no\/holder \(pod held\)/,
      ],
      [
        'a taken MAC',
        'no',
        { mac: '0a:00:00:00:00:50' },
        'Accepted',
        'MACTaken',
        /held by ips\.subnetes\.io no\/holder/,
      ],
      [
        'a taken pod',
        'no',
        { target: { kind: 'Pod', name: 'held' } },
        'Accepted',
        'TargetTaken',
        /Pod held has ips\.subnetes\.io no\/holder for eth0 already/,
      ],
      [
        'a namespace that is not permitted',
        'stranger',
        {},
        'ResolvedRefs',
        'RefNotPermitted',
        /Subnet no does not permit namespace stranger/,
      ],
      [
        'a Subnet that is not there',
        'no',
        { subnet: 'nowhere' },
        'ResolvedRefs',
        'RefNotFound',
        /There is no Subnet nowhere/,
      ],
    ];
    cases.forEach(([what, namespace, spec, type, reason, message], index) => {
      it(what, async () => {
        const key = `${namespace}/case-${index}`;
        await bed.apply(object('IP', key, { subnet: 'no', ...spec }));
        const condition = await bed.condition('ips', key, type, 'False', reason);
        assert.match(condition.message, message);
        const ready = await bed.condition('ips', key, 'Ready', 'False', reason);
        assert.equal(ready.message, condition.message);
        assert.equal(bed.port(`${namespace}.case-${index}`), undefined);
      });
    });

    it('and takes back the refusal when what was in the way goes', async () => {
      await bed.apply(object('IP', 'no/next', { subnet: 'no', addresses: ['10.17.0.60'] }));
      await bed.ready('ips', 'no/next');
      await bed.apply(object('IP', 'no/loser', { subnet: 'no', addresses: ['10.17.0.60'] }));
      await bed.condition('ips', 'no/loser', 'Accepted', 'False', 'AddressTaken');
      await bed.bed.kubectl('delete', 'ips.subnetes.io', '-n', 'no', 'next');
      await bed.condition('ips', 'no/loser', 'Ready', 'True', 'Reserved');
    });
  });
});
