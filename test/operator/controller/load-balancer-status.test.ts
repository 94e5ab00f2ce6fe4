// Addresses of LoadBalancerIPPools in the statuses of Services, on a real API server: given, told, taken back, and never taken from others.
import assert from 'node:assert/strict';
import { service } from '../../support/objects.ts';
import { eventually } from '../../support/traffic.ts';
import { ControllerBed, object } from './controller-bed.ts';

describe('status of Services of type LoadBalancer', function () {
  this.timeout(60_000);
  let bed: ControllerBed;
  const http = [{ name: 'http', port: 80 }];
  const balanced = (name: string, spec: Readonly<Record<string, unknown>> = {}) =>
    service(name, 'default', http, { type: 'LoadBalancer', ipFamilyPolicy: 'SingleStack', ...spec });
  const ingress = async (name: string): Promise<readonly string[]> => {
    const found = await bed.bed.kubectl('get', 'service', name, '-o', 'jsonpath={.status.loadBalancer.ingress[*].ip}');
    return found.split(' ').filter((each) => each !== '');
  };
  const has = (name: string, ...addresses: readonly string[]): Promise<unknown> =>
    eventually(`Service ${name} has ${addresses.join(', ')}`, 15, async () => {
      const found = await ingress(name);
      return found.length === addresses.length && addresses.every((each) => found.includes(each));
    });

  before(async function () {
    this.timeout(120_000);
    bed = await ControllerBed.up({});
  });
  after(() => bed?.down());

  it('gets addresses, loses them with its type, and tells who gets none', async () => {
    await bed.apply(balanced('early'));
    await bed.apply(object('LoadBalancerIPPool', 'outside', { ranges: ['203.0.113.1-203.0.113.2'] }));
    await has('early', '203.0.113.1');
    await eventually('the balancer serves the address', 15, async () =>
      (await bed.bed.nbctl('--bare', '--columns=vips', 'list', 'Load_Balancer')).includes('203.0.113.1:80'),
    );
    await bed.apply(balanced('second', { loadBalancerIP: '203.0.113.2' }));
    await has('second', '203.0.113.2');
    await bed.apply(balanced('third'));
    await eventually('the third is told', 15, async () =>
      (
        await bed.bed.kubectl(
          'get',
          'events.events.k8s.io',
          '-o',
          'jsonpath={.items[*].reason} {.items[*].regarding.name}',
        )
      ).includes('PoolExhausted'),
    );
    assert.deepEqual(await ingress('third'), []);
    await bed.bed.kubectl('patch', 'service', 'early', '--type=merge', '-p', '{"spec":{"type":"ClusterIP"}}');
    await has('early');
    await has('third', '203.0.113.1');
    const conditions = await bed.bed.kubectl('get', 'service', 'early', '-o', 'jsonpath={.status.conditions}');
    assert.ok(!conditions.includes('subnetes.io'), conditions);
    await eventually('the pool counts', 20, async () => {
      const available = await bed.bed.kubectl(
        'get',
        'loadbalancerippools',
        'outside',
        '-o',
        'jsonpath={.status.ipv4.available}',
      );
      return available === '0';
    });
  });

  it('leaves alone what another controller serves', async () => {
    await bed.apply(balanced('foreign', { loadBalancerClass: 'example.org/lb' }));
    await bed.bed.kubectl(
      ...['patch', 'service', 'foreign', '--subresource=status', '--type=merge', '-p'],
      '{"status":{"loadBalancer":{"ingress":[{"ip":"198.51.100.9"}]}}}',
    );
    await bed.apply(object('LoadBalancerIPPool', 'more', { cidrs: ['203.0.113.16/30'] }), balanced('control'));
    await has('control', '203.0.113.16');
    assert.deepEqual(await ingress('foreign'), ['198.51.100.9']);
  });
});
