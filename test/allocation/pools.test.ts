/** The pools of all Subnets in step with the IPs: quota, both families together, reservations in flight, usage. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Pools } from '../../src/allocation/pools.ts';
import { formatAddress, parseAddress } from '../../src/net/address.ts';
import { type Inputs, ipFacts } from '../../src/topology/facts.ts';
import { type SubnetNetwork, subnetNetwork } from '../../src/topology/subnets.ts';
import { storeOf } from '../laws/controller-line.ts';
import { config, madeIp, subnet, vpc } from '../laws/objects.ts';

function world(cidrs: readonly string[], spec: Readonly<Record<string, unknown>> = {}) {
  const store = storeOf([config(), vpc('a'), subnet('s', 'a', cidrs, spec)]);
  const network: SubnetNetwork | undefined = store.world.derive(subnetNetwork, 's');
  assert.ok(network);
  return { network, subnet: store.world.get('Subnet', 's') as Inputs['Subnet'] };
}
const factsOf = (namespace: string, pod: string, addresses: readonly string[]) =>
  ipFacts(madeIp(namespace, pod, 's', addresses) as never);
const texts = (result: ReturnType<Pools['reserve']>): readonly string[] | string =>
  'reason' in result ? result.reason : result.map(formatAddress);

describe('the pools', () => {
  let now: number;
  let pools: Pools;
  beforeEach(() => {
    now = 0;
    pools = new Pools(() => now);
  });

  it('reserve an address of each family or none', () => {
    const { network, subnet: facts } = world(['10.0.0.0/29', 'fd00::/126']);
    pools.putSubnet(network, []);
    // fd00::/126 has two addresses besides the anycast one and the router.
    assert.deepEqual(texts(pools.reserve('t/a', 't', network, facts, [])), ['10.0.0.2', 'fd00::2']);
    assert.deepEqual(texts(pools.reserve('t/b', 't', network, facts, [])), ['10.0.0.3', 'fd00::3']);
    const refused = pools.reserve('t/c', 't', network, facts, []);
    assert.ok('reason' in refused && refused.reason === 'SubnetExhausted');
    assert.match(refused.message, /no free IPv6 address \(2 of 2 used\)/);
    assert.deepEqual(pools.usage('s').ipv4, { total: '5', used: '2', available: '3', lastAllocated: '10.0.0.3' });
    assert.equal(pools.hasRoom(network, facts, 't'), false);
  });

  it('complete what is given in part, and give a second try the same addresses', () => {
    const { network, subnet: facts } = world(['10.0.0.0/29', 'fd00::/64']);
    pools.putSubnet(network, []);
    const present = [parseAddress('fd00::77')!];
    assert.deepEqual(texts(pools.reserve('t/a', 't', network, facts, present)), ['10.0.0.2', 'fd00::77']);
    assert.deepEqual(texts(pools.reserve('t/a', 't', network, facts, present)), ['10.0.0.2', 'fd00::77']);
    pools.putIP('t/a', factsOf('t', 'a', ['10.0.0.2', 'fd00::77']));
    assert.equal(pools.usage('s').ipv6?.used, '1');
    pools.removeIP('t/a');
    assert.equal(pools.usage('s').ipv6?.used, '0');
  });

  it('keep a quota per namespace, for IPs that exist and for those on their way', () => {
    const { network, subnet: facts } = world(['10.0.0.0/24'], { limits: { addressesPerNamespace: 2 } });
    pools.putSubnet(network, []);
    pools.putIP('t/a', factsOf('t', 'a', ['10.0.0.9']));
    assert.equal(pools.hasRoom(network, facts, 't'), true);
    assert.deepEqual(texts(pools.reserve('t/b', 't', network, facts, [])), ['10.0.0.2']);
    assert.equal(pools.hasRoom(network, facts, 't'), false);
    assert.equal(texts(pools.reserve('t/c', 't', network, facts, [])), 'QuotaExceeded');
    assert.deepEqual(
      texts(pools.reserve('u/c', 'u', network, facts, [])),
      ['10.0.0.3'],
      'another namespace has its own',
    );
    pools.removeIP('t/b');
    assert.deepEqual(
      texts(pools.reserve('t/c', 't', network, facts, [])),
      ['10.0.0.4'],
      'and what rests is not given yet',
    );
  });

  it('know the IPs that came before their Subnet, and forget nothing when the Subnet comes again', () => {
    const { network, subnet: facts } = world(['10.0.0.0/29']);
    pools.putIP('t/a', factsOf('t', 'a', ['10.0.0.2']));
    pools.putSubnet(network, ['10.0.0.6']);
    assert.deepEqual(texts(pools.reserve('t/b', 't', network, facts, [])), ['10.0.0.3']);
    pools.removeSubnet('s');
    pools.putSubnet(network, []);
    assert.equal(pools.usage('s').ipv4?.used, '2');
    assert.deepEqual(texts(pools.reserve('t/c', 't', network, facts, [])), ['10.0.0.4']);
  });

  it('never reserve one address for two, whatever comes and goes', () => {
    const key = fc.constantFrom('t/a', 't/b', 't/c', 'u/d', 'u/e');
    const step = fc.oneof(
      fc.record({ op: fc.constant('reserve' as const), key }),
      fc.record({ op: fc.constant('arrive' as const), key }),
      fc.record({ op: fc.constant('remove' as const), key }),
      fc.record({ op: fc.constant('claim' as const), key, place: fc.integer({ min: 0, max: 7 }) }),
    );
    const { network, subnet: facts } = world(['10.0.0.0/29']);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.constantFrom(0, 5), (steps, rest) => {
        pools = new Pools(() => now);
        pools.restMs = rest;
        pools.putSubnet(network, []);
        const held = new Map<string, string>();
        for (const each of steps) {
          now++;
          if (each.op === 'remove') {
            pools.removeIP(each.key);
            held.delete(each.key);
          } else if (each.op === 'claim') {
            // Somebody writes an address into an IP of his own: it may be another's already, which is not the pool's to refuse.
            const text = `10.0.0.${each.place}`;
            pools.putIP(each.key, factsOf(each.key.slice(0, 1), each.key.slice(2), [text]));
            held.set(each.key, text);
          } else if (each.op === 'arrive') {
            const text = held.get(each.key);
            if (text !== undefined) pools.putIP(each.key, factsOf(each.key.slice(0, 1), each.key.slice(2), [text]));
          } else {
            const before = held.get(each.key);
            const result = texts(pools.reserve(each.key, each.key.slice(0, 1), network, facts, []));
            const others = new Set([...held].filter(([other]) => other !== each.key).map(([, text]) => text));
            if (before !== undefined) {
              assert.deepEqual(result, [before]);
            } else if (typeof result === 'string') {
              assert.deepEqual(
                [2, 3, 4, 5, 6].filter((place) => !others.has(`10.0.0.${place}`)),
                [],
                'really full',
              );
            } else {
              assert.ok(!others.has(result[0]!), `${result[0]} is held`);
              held.set(each.key, result[0]!);
            }
          }
          const used = new Set([...held.values()].filter((text) => !/\.[017]$/.test(text)));
          assert.equal(pools.usage('s').ipv4?.used, String(used.size));
        }
      }),
      { numRuns: 300 },
    );
  });
});
