/** What the agent does to a network card: the commands that move what it has to a bridge and back, and what keeps the kernel off it. */
import assert from 'node:assert/strict';
import { batchText } from '../../../operator/agent/ip-batch.ts';
import { bringUp, type Card, merged, takeAway } from '../../../operator/agent/network-card.ts';
import { Uplinks } from '../../../operator/agent/uplinks.ts';
import { silentLog } from '../../../src/log.ts';
import type { Uplink } from '../../../src/topology/provider-networks.ts';
import type { CardAddress, CardRoute, UplinkFacts } from '../../../src/vswitch/facts.ts';

const bare: Card = {
  index: 5,
  mac: '0a:00:00:00:00:01',
  mtu: 1500,
  up: false,
  master: undefined,
  addresses: [],
  routes: [],
};
const addresses: readonly CardAddress[] = [
  { cidr: '192.0.2.11/24', broadcast: '192.0.2.255' },
  { cidr: '192.0.2.12/24' },
  { cidr: '10.0.0.1/32', peer: '10.0.0.2' },
  { cidr: 'fd02::11/64', noRoute: true },
];
const routes: readonly CardRoute[] = [
  { family: 'ipv4', destination: 'default', gateway: '192.0.2.1', metric: 100, protocol: 'dhcp', source: '192.0.2.11' },
  { family: 'ipv4', destination: '203.0.113.7', gateway: 'fe80::1', onlink: true, mtu: 1300 },
  { family: 'ipv6', destination: 'fd02::/64', protocol: 'kernel', metric: 100 },
  { family: 'ipv6', destination: 'default', gateway: 'fe80::1', protocol: 'ra', metric: 1024 },
];

describe('a network card that moves', () => {
  it('gives a bridge its addresses, then the routes without a gateway, then those with one', () => {
    assert.equal(
      batchText(bringUp('br-ext', bare, addresses, routes)),
      [
        'link set dev br-ext up',
        'address replace 192.0.2.11/24 broadcast 192.0.2.255 dev br-ext',
        'address replace 192.0.2.12/24 dev br-ext',
        'address replace 10.0.0.1 peer 10.0.0.2/32 dev br-ext',
        'address replace fd02::11/64 dev br-ext nodad noprefixroute',
        'route replace fd02::/64 dev br-ext proto kernel metric 100',
        'route replace 0.0.0.0/0 via 192.0.2.1 dev br-ext proto dhcp src 192.0.2.11 metric 100',
        'route replace 203.0.113.7 via inet6 fe80::1 dev br-ext mtu 1300 onlink',
        'route replace ::/0 via fe80::1 dev br-ext proto ra metric 1024',
        '',
      ].join('\n'),
    );
  });

  it('is asked only for what is missing', () => {
    const seen: Card = { ...bare, up: true, addresses: addresses.slice(0, 3), routes: routes.slice(1) };
    assert.deepEqual(bringUp('eth1', seen, addresses, routes), [
      ['address', 'replace', 'fd02::11/64', 'dev', 'eth1', 'nodad', 'noprefixroute'],
      ['route', 'replace', '0.0.0.0/0', 'via', '192.0.2.1', 'dev', 'eth1', 'proto', 'dhcp', 'src', '192.0.2.11'].concat(
        'metric',
        '100',
      ),
    ]);
    assert.deepEqual(bringUp('eth1', { ...bare, up: true, addresses, routes }, addresses, routes), []);
  });

  it('loses the addresses backwards, and none that were not asked for', () => {
    const seen: Card = { ...bare, addresses: [...addresses, { cidr: '198.51.100.1/24' }] };
    assert.deepEqual(
      takeAway('eth1', seen, addresses.slice(0, 2)).map((words) => words.join(' ')),
      ['address delete 192.0.2.12/24 dev eth1', 'address delete 192.0.2.11/24 dev eth1'],
    );
  });

  it('keeps what it had, and what it got meanwhile', () => {
    const later: Card = { ...bare, addresses: [addresses[1]!, { cidr: '198.51.100.1/24' }], routes: [routes[3]!] };
    const all = merged({ addresses: addresses.slice(0, 2), routes: routes.slice(0, 1) }, later);
    assert.deepEqual(
      all.addresses.map(({ cidr }) => cidr),
      ['192.0.2.11/24', '192.0.2.12/24', '198.51.100.1/24'],
    );
    assert.deepEqual(all.routes, [routes[0], routes[3]]);
  });
});

describe('a network card that can not be taken', () => {
  const uplink: Uplink = {
    ...{ network: 'ext', interface: 'lo', bridge: 'br-ext', mtu: undefined, takenBy: undefined, revision: 'uid/1' },
  };

  /** What is said of a wish; `lo` is an interface that every machine has, and it is never touched here. */
  async function said(
    wish: Partial<Uplink>,
    node: {
      readonly tunnel?: string;
      readonly holder?: { bridge: string; owner: string };
      readonly owner?: string;
      readonly mappings?: readonly string[];
    } = {},
  ): Promise<UplinkFacts | undefined> {
    let uplinks: Uplinks | undefined;
    try {
      return await new Promise((resolve) => {
        uplinks = new Uplinks({
          rows: {
            ownerOf: () => node.owner,
            memoryOf: () => undefined,
            holderOf: () => node.holder,
            stateOf: () => ({ up: false, carrier: false, error: undefined }),
          },
          foreignMappings: () => node.mappings ?? [],
          tunnelAddresses: () => (node.tunnel === undefined ? [] : [node.tunnel]),
          userspace: () => false,
          onFacts: (_network, facts) => resolve(facts),
          log: silentLog,
        });
        uplinks.want([{ ...uplink, ...wish }]);
      });
    } finally {
      await uplinks?.stop();
    }
  }

  const inUse = async (...about: Parameters<typeof said>): Promise<string> => {
    const facts = await said(...about);
    assert.equal(facts?.state, 'InterfaceInUse');
    assert.equal(facts.memory, undefined, 'nothing is made');
    return facts.message ?? '';
  };

  it('says so: it is not there', async () => {
    const facts = await said({ interface: 'no-such-card' });
    assert.equal(facts?.state, 'InterfaceNotFound');
    assert.match(facts.message ?? '', /no network card no-such-card/);
  });

  it('says so: another ProviderNetwork, the tunnels, another bridge, a bridge of that name, or a mapping has it', async () => {
    assert.match(await inUse({ takenBy: 'office' }), /uplink of providernetworks\.subnetes\.io office/);
    assert.match(await inUse({}, { holder: { bridge: 'br-lab', owner: '' } }), /port of the bridge br-lab/);
    assert.match(await inUse({}, { holder: { bridge: 'br-int', owner: 'NodeNetwork/n1' } }), /bridge br-int/);
    assert.match(await inUse({}, { owner: '' }), /bridge br-ext that Subnetes did not make/);
    assert.match(await inUse({}, { mappings: ['ext:br-lab'] }), /maps ext to another bridge.*ext:br-lab/);
  });

  it('waits while another ProviderNetwork gives it back', async () => {
    const facts = await said({}, { holder: { bridge: 'br-office', owner: 'Uplink/office' } });
    assert.equal(facts?.state, undefined);
    assert.equal(facts?.memory, undefined);
  });
});
