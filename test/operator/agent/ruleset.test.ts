/** The node's packet filter: what a world means as text, and that nftables takes it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rulesetOf } from '../../../operator/agent/ruleset.ts';
import { nodeEgress } from '../../../src/topology/node-egress.ts';
import { storeOf } from '../../laws/controller-line.ts';
import { type AnyObject, config, node, object, subnet, vpc } from '../../laws/objects.ts';
import { makeNetns } from './netns.ts';

const accepted = { conditions: [{ type: 'Accepted', status: 'True' }] };
const inForce = (each: AnyObject): AnyObject => ({ ...each, status: accepted });
const attached = (...vpcs: readonly [vpc: string, device: string, address: string][]): AnyObject =>
  object({
    kind: 'NodeNetwork',
    metadata: { name: 'n1' },
    status: {
      attachments: vpcs.map(([name, device, address]) => ({
        vpc: name,
        interface: device,
        mac: '0a:00:00:00:00:01',
        addresses: [address],
      })),
    },
  });

/** The text for a node in a world. */
function textOf(...objects: readonly AnyObject[]): string | undefined {
  const egress = storeOf([
    { ...config({ serviceCidrs: ['10.96.0.0/16'] }), status: { defaultsCreated: true } },
    node('n1', '192.0.2.11'),
    ...objects,
  ]).world.derive(nodeEgress, 'n1');
  return egress && rulesetOf(egress);
}

const one = vpc('a', { nodeAttachment: { cidrs: ['100.64.0.0/16', 'fd00:100:64::/112'] } });
const other = vpc('b', { nodeAttachment: { cidrs: ['100.65.0.0/24'], interface: 'ovn1' } });
const rich = [
  one,
  other,
  attached(['a', 'ovn0', '100.64.0.2'], ['b', 'ovn1', '100.65.0.2']),
  inForce(subnet('plain', 'a', ['10.1.0.0/24', 'fd01::/64'])),
  inForce(subnet('own', 'a', ['10.1.1.0/24'], { egress: { mode: 'Auto', snat: 'Disabled' } })),
  inForce(
    subnet('partly', 'b', ['10.2.0.0/24'], {
      egress: { mode: 'Auto', snat: 'Enabled', snatExceptions: ['10.9.0.0/16', '10.0.0.0/8', '2001:db8::/32'] },
    }),
  ),
  inForce(
    subnet('partly-too', 'b', ['10.2.1.0/24'], {
      egress: { mode: 'Auto', snat: 'Enabled', snatExceptions: ['10.0.0.0/8'] },
    }),
  ),
  subnet('not-accepted', 'a', ['10.3.0.0/24']),
];

describe('the packet filter of a node', () => {
  it('hides the Subnets that want it, with their exceptions, and keeps two Vpcs apart', () => {
    assert.equal(
      textOf(...rich),
      `table inet subnetes
delete table inet subnetes
table inet subnetes {
  chain forward {
    type filter hook forward priority filter; policy accept;
    iifname "ovn0" oifname { "ovn1" } drop
    iifname "ovn1" oifname { "ovn0" } drop
    iifname { "ovn0", "ovn1" } ct status dnat accept
    iifname { "ovn0", "ovn1" } oifname { "ovn0", "ovn1" } ip daddr { 10.96.0.0/16 } drop
    iifname { "ovn0", "ovn1" } oifname != { "ovn0", "ovn1" } ip saddr != { 10.1.0.0/24, 10.1.1.0/24, 10.2.0.0/24, 10.2.1.0/24, 100.64.0.0/16, 100.65.0.0/24 } drop
    iifname { "ovn0", "ovn1" } oifname != { "ovn0", "ovn1" } ip6 saddr != { fd00:100:64::/112, fd01::/64 } drop
  }
  chain postrouting {
    type nat hook postrouting priority srcnat; policy accept;
    oifname { "ovn0", "ovn1" } return
    ip saddr { 10.2.0.0/24, 10.2.1.0/24 } ip daddr { 10.0.0.0/8 } return
    ip saddr { 10.1.0.0/24, 10.2.0.0/24, 10.2.1.0/24, 100.64.0.0/16, 100.65.0.0/24 } masquerade fully-random
    ip6 saddr { fd00:100:64::/112, fd01::/64 } masquerade fully-random
  }
}
`,
    );
  });

  it('is none where nothing leaves, and unknown while the attachments are', () => {
    assert.equal(textOf(vpc('a'), attached()), 'table inet subnetes\ndelete table inet subnetes\n');
    assert.equal(textOf(one), undefined);
    assert.equal(textOf(one, attached()), undefined);
  });

  it('is taken by nftables, again and again, also with ranges inside ranges and one family only', () => {
    const netns = makeNetns();
    const folder = mkdtempSync(join(tmpdir(), 'ruleset-'));
    try {
      const apply = (text: string | undefined): string => {
        assert.ok(text !== undefined);
        const file = join(folder, 'rules');
        writeFileSync(file, text);
        netns.exec('nft', '-f', file);
        return netns.exec('nft', 'list', 'ruleset');
      };
      const shown = apply(textOf(...rich));
      assert.equal(apply(textOf(...rich)), shown);
      const overlapping = inForce(
        subnet('inside', 'a', ['10.1.0.128/25'], {
          egress: { mode: 'Auto', snat: 'Enabled', snatExceptions: ['0.0.0.0/0', '10.9.0.0/16', '::/0'] },
        }),
      );
      assert.match(apply(textOf(...rich, overlapping)), /ip daddr 0\.0\.0\.0\/0 return/);
      assert.match(apply(textOf(other, attached(['b', 'ovn1', '100.65.0.2']))), /meta nfproto ipv6 drop/);
      assert.equal(apply(textOf(vpc('a'), attached())), '');
    } finally {
      rmSync(folder, { recursive: true });
      netns.remove();
    }
  });
});
