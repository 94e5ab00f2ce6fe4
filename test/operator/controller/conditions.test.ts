// What the first objects of an installation say, conflicts between Subnets, and the counters of a Subnet.
import assert from 'node:assert/strict';
import { addressesOf, ControllerBed, keyOf, object, portOf, servedSubnet } from './controller-bed.ts';

describe('conditions', function () {
  this.timeout(90_000);
  let bed: ControllerBed;

  before(async function () {
    this.timeout(180_000);
    bed = await ControllerBed.up({ networkConfig: false });
  });

  after(async function () {
    this.timeout(60_000);
    await bed?.down();
  });

  const wait = (...what: readonly string[]): Promise<string> =>
    bed.bed.kubectl('wait', '--for=condition=Ready', '--timeout=60s', ...what);

  it('say that there is no NetworkConfig, and what to write', async () => {
    await bed.namespace('early');
    await bed.apply(
      object('Vpc', 'early'),
      servedSubnet('early', 'early', 'early', ['10.40.0.0/24']),
      object('IP', 'early/ip', { subnet: 'early', target: { kind: 'VirtualMachine', name: 'vm' } }),
    );
    const pod = await bed.createPod('p', { namespace: 'early' });
    for (const [plural, key] of [
      ['vpcs', 'early'],
      ['subnets', 'early'],
      ['ips', 'early/ip'],
    ] as const) {
      const { message } = await bed.until(`${plural} ${key} says it`, () => {
        const seen = bed.get(plural, key)?.status?.conditions as
          | readonly {
              readonly type: string;
              readonly status: string;
              readonly reason: string;
              readonly message: string;
            }[]
          | undefined;
        return seen?.find(
          ({ type, status, reason }) => type === 'Ready' && status !== 'True' && reason === 'NoNetworkConfig',
        );
      });
      assert.match(message, /There is no NetworkConfig "default".*kubectl apply/s);
    }
    assert.equal(bed.ipsOf(pod).length, 0);
    assert.equal(bed.ownRows('Logical_Router').length, 0);
    assert.equal(bed.list('vpcs').length, 1, 'no Vpc default is made');
    await bed.apply(object('NetworkConfig', 'default'));
    await wait('networkconfigs/default', 'vpcs.subnetes.io/early', 'subnets.subnetes.io/early');
    await wait('-n', 'early', 'ips.subnetes.io/ip');
    await bed.ipOf(pod);
    await bed.deletePod('p', 'early');
  });

  it('and the objects of the default exist once, and never again when somebody deleted them', async () => {
    await wait('vpcs.subnetes.io/default', 'subnets.subnetes.io/default');
    const pod = await bed.createPod('first');
    const ip = await bed.ipOf(pod);
    assert.equal(ip.spec?.subnet, 'default');
    assert.equal(addressesOf(ip).length, 2);
    await bed.bind('n1', portOf(ip));
    await wait(`ips.subnetes.io/${ip.metadata.name}`);
    await bed.unbind(portOf(ip));
    await bed.deletePod('first');
    await bed.gone('ips', keyOf(ip));
    await bed.bed.kubectl('delete', 'subnets.subnetes.io/default', 'vpcs.subnetes.io/default', '--timeout=60s');
    await bed.killController();
    await bed.startController();
    await bed.apply(object('Vpc', 'after-restart'));
    await bed.ready('vpcs', 'after-restart');
    assert.equal(bed.get('vpcs', 'default'), undefined);
    assert.equal(bed.get('subnets', 'default'), undefined);
    assert.equal(bed.get('networkconfigs', 'default')?.status?.defaultsCreated, true);
  });

  it('name the winner of an overlap, and the loser is accepted when the winner goes', async () => {
    await bed.apply(object('Vpc', 'o'), object('Vpc', 'other'));
    await bed.apply(object('Subnet', 'winner', { vpc: 'o', cidrs: ['10.50.0.0/24'] }));
    await bed.ready('subnets', 'winner');
    await bed.apply(
      object('Subnet', 'a-loser', { vpc: 'o', cidrs: ['10.50.0.128/25'] }),
      object('Subnet', 'elsewhere', { vpc: 'other', cidrs: ['10.50.0.0/24'] }),
    );
    const { message } = await bed.condition('subnets', 'a-loser', 'Accepted', 'False', 'Overlap');
    assert.match(message, /10\.50\.0\.128\/25 overlaps 10\.50\.0\.0\/24 of subnets\.subnetes\.io winner/);
    await wait('subnets.subnetes.io/elsewhere');
    // The incumbent stays the winner for a new leader, too.
    await bed.killController();
    await bed.startController();
    await bed.apply(object('Subnet', 'marker', { vpc: 'o', cidrs: ['10.51.0.0/24'] }));
    await bed.ready('subnets', 'marker');
    assert.ok(await bed.ready('subnets', 'winner'));
    await bed.condition('subnets', 'a-loser', 'Accepted', 'False', 'Overlap');
    await bed.bed.kubectl('delete', 'subnets.subnetes.io/winner', '--timeout=60s');
    await wait('subnets.subnetes.io/a-loser');
  });

  it('say what a reference lacks, until it is there', async () => {
    await bed.apply(object('Subnet', 'lost', { vpc: 'nowhere', cidrs: ['10.60.0.0/24'] }));
    const { message } = await bed.condition('subnets', 'lost', 'ResolvedRefs', 'False', 'RefNotFound');
    assert.match(message, /Vpc nowhere/);
    await bed.condition('subnets', 'lost', 'Ready', 'False', 'RefNotFound');
    await bed.apply(object('Vpc', 'nowhere'));
    await wait('subnets.subnetes.io/lost', 'vpcs.subnetes.io/nowhere');
  });

  it('come with exact counters, also of a /64, without excluded and reserved addresses', async () => {
    await bed.namespace('count');
    await bed.apply(
      object('Vpc', 'count'),
      servedSubnet('count', 'count', 'count', ['10.70.0.0/24', 'fd70::/64'], {
        excludes: ['10.70.0.10-10.70.0.19', 'fd70::100', '10.70.0.255'],
      }),
    );
    // 256 less network, broadcast, router and ten; 2^64 less subnet-router anycast, router, the last 128 and one.
    const [v4, v6] = [256n - 3n - 10n, 2n ** 64n - 2n - 128n - 1n];
    const shows = (used: bigint): Promise<true> =>
      bed.until(`${used} used`, () => {
        const status = bed.get('subnets', 'count')?.status as
          | Readonly<
              Record<'ipv4' | 'ipv6', { readonly total: string; readonly used: string; readonly available: string }>
            >
          | undefined;
        const is = (family: 'ipv4' | 'ipv6', total: bigint): boolean =>
          status?.[family]?.total === String(total) &&
          status[family].used === String(used) &&
          status[family].available === String(total - used);
        return (is('ipv4', v4) && is('ipv6', v6)) || undefined;
      });
    await shows(0n);
    const pods = await Promise.all([1, 2, 3].map((index) => bed.createPod(`p${index}`, { namespace: 'count' })));
    await Promise.all(pods.map((pod) => bed.ipOf(pod)));
    await shows(3n);
    await bed.apply(object('IP', 'count/refused', { subnet: 'count', addresses: ['10.70.0.15'] }));
    await bed.condition('ips', 'count/refused', 'Accepted', 'False', 'AddressExcluded');
    await bed.deletePod('p1', 'count');
    await shows(2n);
  });
});
