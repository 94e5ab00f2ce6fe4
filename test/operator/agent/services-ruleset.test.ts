/** What a node does for Services as text, and that nftables takes it; which flows are found among those of the kernel; health checks. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HealthChecks } from '../../../operator/agent/health-checks.ts';
import { servicesRulesetOf } from '../../../operator/agent/services-ruleset.ts';
import { parseFlows } from '../../../operator/agent/stale-flows.ts';
import { silentLog } from '../../../src/log.ts';
import type { Forward, NodeServices, Way } from '../../../src/topology/node-services.ts';
import { makeNetns } from './netns.ts';

const to = (hidden: boolean, affine: boolean, ...targets: readonly string[]): Way => ({
  to: targets.map((address) => ({ address, port: 8080 })),
  ...{ hidden, affine },
});
const four = { family: 'ipv4', protocol: 'TCP', port: 80 } as const;
const six = { family: 'ipv6', protocol: 'UDP', port: 53 } as const;
const services = (forwards: readonly Forward[], more: Partial<NodeServices> = {}): NodeServices => ({
  ...{ interfaces: ['ovn0', 'ovn1'], own: ['192.0.2.11'], nodes: ['192.0.2.11', '192.0.2.12', 'fd00::11'] },
  ...{ forwards, guards: [], healthChecks: [], ...more },
});

const several = services(
  [
    { ...four, address: '203.0.113.1', inside: to(true, false, '10.96.0.9'), outside: to(true, false, '10.96.0.9') },
    { ...four, address: '203.0.113.2', inside: to(true, true, '10.1.0.5', '10.1.0.6'), outside: 'drop' },
    {
      ...{ ...four, port: 30080, inside: to(false, false, '10.96.0.9'), pods: to(true, false, '10.1.0.5') },
      outside: to(false, false, '10.1.0.5', '10.1.0.6'),
    },
    { ...four, port: 30080, address: '192.0.2.12', inside: to(false, false, '10.1.0.7') },
    { ...four, port: 30081, inside: to(false, false, '10.96.0.9'), pods: 'drop', outside: 'drop' },
    { ...six, inside: to(true, false, 'fd00::5'), outside: to(false, false, 'fd00::5') },
    { ...six, protocol: 'SCTP', address: 'fd00:96::1', inside: 'reject', outside: 'reject' },
  ],
  {
    guards: [
      { ...four, address: '203.0.113.1', sources: ['198.51.100.0/24', '198.51.101.7/32'] },
      { ...six, address: '2001:db8::1', sources: [] },
    ],
  },
);

describe('the packet filter of a node for Services', () => {
  it('has maps for ports, and chains only for choices', () => {
    assert.equal(
      servicesRulesetOf(several),
      `table inet subnetes-services
delete table inet subnetes-services
table inet subnetes-services {
  chain choice-0 {
    meta l4proto tcp dnat ip to jhash ip saddr mod 2 seed 0x5eed map { 0 : 10.1.0.5 . 8080, 1 : 10.1.0.6 . 8080 }
  }
  chain choice-1 {
    meta l4proto tcp dnat ip to numgen random mod 2 map { 0 : 10.1.0.5 . 8080, 1 : 10.1.0.6 . 8080 }
  }
  chain inside {
    meta mark set meta mark & 0xffffbfff
    ip saddr != { 192.0.2.11, 192.0.2.12 } meta mark set meta mark | 0x4000
    ip6 saddr != { fd00::11 } meta mark set meta mark | 0x4000
    dnat ip to ip daddr . meta l4proto . th dport map { 192.0.2.12 . tcp . 30080 : 10.1.0.7 . 8080 }
    meta mark set meta mark | 0x4000
    dnat ip to ip daddr . meta l4proto . th dport map { 203.0.113.1 . tcp . 80 : 10.96.0.9 . 8080 }
    ip daddr . meta l4proto . th dport vmap { 203.0.113.2 . tcp . 80 : goto choice-0 }
    meta mark set meta mark & 0xffffbfff
    ip saddr != { 192.0.2.11, 192.0.2.12 } meta mark set meta mark | 0x4000
    ip6 saddr != { fd00::11 } meta mark set meta mark | 0x4000
    ip daddr != 127.0.0.0/8 fib daddr type local dnat ip to meta l4proto . th dport map { tcp . 30080 : 10.96.0.9 . 8080, tcp . 30081 : 10.96.0.9 . 8080 }
    meta mark set meta mark | 0x4000
    ip6 daddr != ::1 fib daddr type local dnat ip6 to meta l4proto . th dport map { udp . 53 : fd00::5 . 8080 }
    meta mark set meta mark & 0xffffbfff
  }
  chain pods {
    meta mark set meta mark & 0xffffbfff
    ip daddr != 127.0.0.0/8 fib daddr type local meta l4proto . th dport vmap { tcp . 30081 : drop }
    meta mark set meta mark | 0x4000
    ip daddr != 127.0.0.0/8 fib daddr type local dnat ip to meta l4proto . th dport map { tcp . 30080 : 10.1.0.5 . 8080 }
    meta mark set meta mark & 0xffffbfff
    goto inside
  }
  chain outside {
    meta mark set meta mark & 0xffffbfff
    ip saddr { 192.0.2.11, 192.0.2.12 } meta mark set meta mark | 0x4000
    ip6 saddr { fd00::11 } meta mark set meta mark | 0x4000
    ip daddr . meta l4proto . th dport vmap { 203.0.113.2 . tcp . 80 : drop }
    meta mark set meta mark | 0x4000
    dnat ip to ip daddr . meta l4proto . th dport map { 203.0.113.1 . tcp . 80 : 10.96.0.9 . 8080 }
    meta mark set meta mark & 0xffffbfff
    ip saddr { 192.0.2.11, 192.0.2.12 } meta mark set meta mark | 0x4000
    ip6 saddr { fd00::11 } meta mark set meta mark | 0x4000
    ip daddr != 127.0.0.0/8 fib daddr type local meta l4proto . th dport vmap { tcp . 30080 : goto choice-1, tcp . 30081 : drop }
    ip6 daddr != ::1 fib daddr type local dnat ip6 to meta l4proto . th dport map { udp . 53 : fd00::5 . 8080 }
    meta mark set meta mark & 0xffffbfff
  }
  chain guard {
    type filter hook prerouting priority raw; policy accept;
    iifname { "ovn0", "ovn1" } ip daddr 127.0.0.0/8 drop
    iifname { "ovn0", "ovn1" } ip saddr 127.0.0.0/8 drop
    iifname != { "ovn0", "ovn1" } ip daddr . meta l4proto . th dport { 203.0.113.1 . tcp . 80 } ip saddr . ip daddr . meta l4proto . th dport != { 198.51.100.0/24 . 203.0.113.1 . tcp . 80, 198.51.101.7/32 . 203.0.113.1 . tcp . 80 } drop
    iifname != { "ovn0", "ovn1" } ip6 daddr . meta l4proto . th dport { 2001:db8::1 . udp . 53 } drop
  }
  chain prerouting {
    type nat hook prerouting priority -100; policy accept;
    iifname { "ovn0", "ovn1" } goto pods
    goto outside
  }
  chain output {
    type nat hook output priority -100; policy accept;
    goto inside
  }
  chain postrouting {
    type nat hook postrouting priority 95; policy accept;
    oifname != "lo" meta mark & 0x4000 == 0x4000 meta mark set meta mark & 0xffffbfff masquerade fully-random
  }
  chain refuse {
    ip6 daddr . meta l4proto . th dport { fd00:96::1 . sctp . 53 } reject
  }
  chain input {
    type filter hook input priority -5; policy accept;
    ct state new goto refuse
  }
  chain forward {
    type filter hook forward priority -5; policy accept;
    ct state new goto refuse
  }
  chain send {
    type filter hook output priority -5; policy accept;
    ct state new goto refuse
  }
}
`,
    );
    const replaced = 'table inet subnetes-services\ndelete table inet subnetes-services\n';
    assert.equal(servicesRulesetOf(services([])), replaced);
  });

  it('is taken by nftables, again and again, and as many Services cost as many rules', () => {
    const netns = makeNetns();
    const folder = mkdtempSync(join(tmpdir(), 'services-ruleset-'));
    try {
      const apply = (each: NodeServices): string => {
        const file = join(folder, 'rules');
        writeFileSync(file, servicesRulesetOf(each));
        netns.exec('nft', '-f', file);
        return netns.exec('nft', 'list', 'ruleset');
      };
      const shown = apply(several);
      assert.equal(apply(several), shown);
      assert.match(apply({ ...several, interfaces: [], nodes: [] }), /goto outside/);
      const many = (count: number): NodeServices =>
        services(
          Array.from({ length: count }, (_, index): Forward => {
            const address = `10.96.${index >> 8}.${index & 255}`;
            return {
              ...four,
              port: 20_000 + index,
              inside: to(true, false, address),
              outside: to(true, false, address),
            };
          }),
        );
      const rules = (text: string): number => text.split('\n').filter((line) => /^\t\t[^ \t]/.test(line)).length;
      assert.equal(rules(apply(many(1000)).replace(/,\n\s+/g, ', ')), rules(apply(many(10)).replace(/,\n\s+/g, ', ')));
      assert.equal(apply(services([])), '');
    } finally {
      rmSync(folder, { recursive: true });
      netns.remove();
    }
  });
});

describe('flows of the kernel', () => {
  it('are read as conntrack lists them', () => {
    const listed = `udp      17 29 src=10.0.0.1 dst=192.0.2.11 sport=40053 dport=30053 [UNREPLIED] src=10.1.0.5 dst=10.0.0.1 sport=5353 dport=40053 mark=0 use=1
udp      17 9 src=fd00::1 dst=fd00::11 sport=40053 dport=53 src=fd00::5 dst=fd00::1 sport=53 dport=40053 [ASSURED] mark=0 use=1

conntrack v1.4.7 (conntrack-tools): 2 flow entries have been shown.`;
    assert.deepEqual(parseFlows(listed), [
      { destination: '192.0.2.11', port: '30053', replier: '10.1.0.5' },
      { destination: 'fd00::11', port: '53', replier: 'fd00::5' },
    ]);
  });
});

describe('health checks of Services', () => {
  it('say how many endpoints a node has, follow changes, and end', async () => {
    const checks = new HealthChecks(silentLog);
    const port = 20_000 + (process.pid % 10_000);
    const service = { namespace: 'a', name: 'web' };
    const ask = async (): Promise<readonly unknown[]> => {
      const response = await fetch(`http://127.0.0.1:${port}/healthz`);
      return [response.status, ((await response.json()) as { readonly localEndpoints: number }).localEndpoints];
    };
    try {
      checks.want([{ port, service, localEndpoints: 2 }]);
      assert.deepEqual(await ask(), [200, 2]);
      checks.want([{ port, service, localEndpoints: 0 }]);
      assert.deepEqual(await ask(), [503, 0]);
      checks.want([]);
      await assert.rejects(ask());
    } finally {
      await checks.stop();
    }
  });
});
