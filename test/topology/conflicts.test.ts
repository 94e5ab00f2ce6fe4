/** Who wins: over random worlds, with random incumbents, nothing that is accepted is in conflict with anything else that is. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatAddress } from '../../src/net/address.ts';
import { type Cidr, overlaps, parseCidr } from '../../src/net/cidr.ts';
import { addressesOf, macOfIp } from '../../src/topology/ip.ts';
import { attachedVpcs, isAttached, joinNetworkOf } from '../../src/topology/join-network.ts';
import { subnetFinding, subnetNetwork } from '../../src/topology/subnets.ts';
import { idOf, storeOf, translate } from '../laws/controller-line.ts';
import type { AnyObject } from '../laws/objects.ts';
import { crowds } from '../laws/random-world.ts';

const incumbent = (generation: number) => ({
  conditions: ['Accepted', 'Programmed'].map((type) => ({
    type,
    status: 'True',
    reason: type,
    message: '',
    observedGeneration: generation,
  })),
});

/** Objects, some of them accepted at their present or at an earlier generation, of random age. */
const incumbents = fc
  .tuple(crowds, fc.array(fc.record({ state: fc.nat(2), age: fc.nat(3) }), { minLength: 40, maxLength: 40 }))
  .map(([some, fates]) =>
    [...new Map(some.map((each) => [idOf(each), each])).values()].map((each, index): AnyObject => {
      const { state, age } = fates[index]!;
      const metadata = { ...each.metadata, generation: 2, creationTimestamp: `2026-01-0${age + 1}T00:00:00Z` };
      const status = state === 0 || each.kind === 'NodeNetwork' ? each.status : { ...each.status, ...incumbent(state) };
      return { ...each, metadata, ...(status ? { status } : {}) };
    }),
  );

function pairs<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const));
}

describe('conflicts', () => {
  it('of ranges are never both accepted, and whoever is refused is so for a reason that stands', () => {
    let refused = 0;
    fc.assert(
      fc.property(incumbents, (objects) => {
        const { world } = storeOf(objects);
        const spaces = new Map<string, { readonly holder: string; readonly range: Cidr }[]>();
        const put = (space: string, holder: string, range: Cidr) =>
          spaces.set(space, [...(spaces.get(space) ?? []), { holder, range }]);
        for (const name of world.derive(attachedVpcs, ''))
          for (const range of joinNetworkOf(world, world.get('Vpc', name)!)?.cidrs ?? [])
            put('(nodes)', `join ${name}`, range);
        for (const name of world.all('Subnet')) {
          const network = world.derive(subnetNetwork, name);
          const physical = world.get('Subnet', name)?.spec.physical;
          const space = physical
            ? `(${physical.providerNetwork} ${physical.vlan})`
            : network && (world.derive(isAttached, network.vpc ?? '') ? '(nodes)' : network.vpc);
          for (const { cidr } of network?.families ?? []) put(space!, `Subnet ${name}`, cidr);
        }
        for (const [, list] of spaces)
          for (const [one, other] of pairs(list))
            if (one.holder !== other.holder)
              assert.ok(!overlaps(one.range, other.range), `${one.holder} and ${other.holder} overlap`);
        for (const name of world.all('Subnet')) {
          const finding = world.derive(subnetFinding, name);
          if (finding?.reason !== 'Overlap') continue;
          refused++;
          const [mine, theirs] = [...finding.message.matchAll(/\d[\d.]+\/\d+|[0-9a-f]+:[0-9a-f:]*\/\d+/g)].map(
            ([text]) => parseCidr(text),
          );
          assert.ok(mine && theirs && overlaps(mine, theirs), finding.message);
        }
        const interfaces = world
          .derive(attachedVpcs, '')
          .map((name) => world.get('Vpc', name)?.spec.nodeAttachment?.interface);
        assert.equal(new Set(interfaces).size, interfaces.length, 'one interface, one Vpc');
        const defaults = world
          .all('Subnet')
          .filter((name) => world.get('Subnet', name)?.spec.default && world.derive(subnetNetwork, name));
        assert.ok(defaults.length <= 1, 'one default Subnet');
      }),
      { numRuns: 300 },
    );
    assert.ok(refused > 20, 'the worlds had too few conflicts');
  });

  it('of addresses and MACs never reach the database', () => {
    let programmed = 0;
    fc.assert(
      fc.property(incumbents, (objects) => {
        const store = storeOf(objects);
        const { world } = store;
        const taken = new Map<string, string>();
        for (const key of world.all('IP')) {
          const ip = world.get('IP', key)!;
          const network = world.derive(subnetNetwork, ip.spec.subnet);
          const { resolved, output } = translate(store, 'IP', key);
          if (!network || !resolved || output.rows.length === 0) continue;
          programmed++;
          const addresses = addressesOf(ip, network);
          assert.equal(addresses.length, network.families.length, 'an address of each family');
          for (const claim of [...addresses.map(formatAddress), macOfIp(ip, addresses)]) {
            const id = `${ip.spec.subnet} ${claim}`;
            assert.equal(taken.get(id), undefined, `${id} of ${key}`);
            taken.set(id, key);
            assert.ok(!network.families.some(({ gateway }) => formatAddress(gateway) === claim), 'not the router');
          }
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(programmed > 50, 'the worlds had too few ports');
  });
});
