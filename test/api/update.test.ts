// What the API server accepts and refuses when an object is changed, and what it fills in.
import assert from 'node:assert/strict';
import { conditionTypes } from '../../src/api/conditions.ts';
import { withDefaults } from '../../src/api/defaults.ts';
import type { KindName } from '../../src/api/generated/kinds.ts';
import { isValid } from '../../src/api/validate.ts';
import { apiServer, create, patch, pathOf, remove } from './server.ts';

/** A change of an object that was made with `spec`. */
interface Case {
  readonly title: string;
  readonly kind: KindName;
  readonly spec?: unknown;
  readonly change: unknown;
  /** Words of the refusal; absent when the change is accepted. */
  readonly says?: readonly string[];
}

const web = { vpc: 'team-a', cidrs: ['10.1.0.0/24'] };
const external = {
  type: 'External',
  physical: { providerNetwork: 'ext', vlan: 100 },
  cidrs: ['192.0.2.0/24'],
  gateways: ['192.0.2.1'],
};
const edge = { vpc: 'team-a', external: { subnet: 'ext', addresses: ['192.0.2.100'] } };
const centralized = { mode: 'Centralized', gateways: ['edge'], snatAddresses: ['192.0.2.100'] };
const look = { podSelector: { matchLabels: { app: 'web' } }, sink: { nodeInterface: {} }, expiresAfterSeconds: 600 };
const db0 = { subnet: 'web', addresses: ['10.1.0.10'], mac: '0a:00:00:00:00:50' };

const cases: readonly Case[] = [
  {
    title: "a Subnet's vpc",
    kind: 'Subnet',
    spec: web,
    change: { vpc: 'b' },
    says: ['spec.vpc', "can't be changed", 'make a new Subnet'],
  },
  {
    title: "a Subnet's cidrs",
    kind: 'Subnet',
    spec: web,
    change: { cidrs: ['10.2.0.0/24'] },
    says: ['spec.cidrs', "can't be changed", 'second Subnet'],
  },
  {
    title: 'a family more in a Subnet',
    kind: 'Subnet',
    spec: web,
    change: { cidrs: ['10.1.0.0/24', 'fd01::/64'] },
    says: ["can't be changed"],
  },
  {
    title: 'gateways added to a Subnet',
    kind: 'Subnet',
    spec: web,
    change: { gateways: ['10.1.0.5'] },
    says: ['spec.gateways', "can't be changed", 'make a new Subnet'],
  },
  {
    title: 'gateways changed',
    kind: 'Subnet',
    spec: { ...web, gateways: ['10.1.0.5'] },
    change: { gateways: ['10.1.0.6'] },
    says: ["can't be changed"],
  },
  {
    title: 'gateways removed',
    kind: 'Subnet',
    spec: { ...web, gateways: ['10.1.0.5'] },
    change: { gateways: null },
    says: ["can't be changed"],
  },
  {
    title: 'isolation, selectors, excludes and limits of a Subnet',
    kind: 'Subnet',
    spec: web,
    change: {
      isolation: { mode: 'Private' },
      namespaceSelector: {},
      excludes: ['10.1.0.9'],
      limits: { addressesPerNamespace: 3 },
    },
  },
  {
    title: 'default: true to a selector in one patch',
    kind: 'Subnet',
    spec: { ...web, default: true },
    change: { default: null, namespaceSelector: {} },
  },
  { title: 'nodeAttachment added to a Vpc', kind: 'Vpc', spec: {}, change: { nodeAttachment: {} } },
  {
    title: 'nodeAttachment removed',
    kind: 'Vpc',
    spec: { nodeAttachment: {} },
    change: { nodeAttachment: null },
    says: ['nodeAttachment can be added but not changed or removed', 'make a new Vpc'],
  },
  {
    title: 'nodeAttachment.cidrs added',
    kind: 'Vpc',
    spec: { nodeAttachment: {} },
    change: { nodeAttachment: { cidrs: ['100.65.0.0/16'] } },
    says: ['not changed or removed'],
  },
  {
    title: 'nodeAttachment.interface',
    kind: 'Vpc',
    spec: { nodeAttachment: {} },
    change: { nodeAttachment: { interface: 'ovn1' } },
    says: ['not changed or removed'],
  },
  {
    title: 'routes of a Vpc',
    kind: 'Vpc',
    spec: { nodeAttachment: {} },
    change: { staticRoutes: [{ name: 'a', destination: '10.0.0.0/8', blackhole: true }] },
  },
  {
    title: "an IP's subnet",
    kind: 'IP',
    spec: db0,
    change: { subnet: 'db' },
    says: ['spec.subnet', "can't be changed", 'make a new IP'],
  },
  {
    title: "an IP's addresses",
    kind: 'IP',
    spec: db0,
    change: { addresses: ['10.1.0.11'] },
    says: ['spec.addresses', 'not changed or removed'],
  },
  {
    title: 'addresses removed from an IP',
    kind: 'IP',
    spec: db0,
    change: { addresses: null },
    says: ['not changed or removed'],
  },
  { title: 'addresses added to an IP', kind: 'IP', spec: { subnet: 'web' }, change: { addresses: ['10.1.0.11'] } },
  {
    title: "an IP's MAC",
    kind: 'IP',
    spec: db0,
    change: { mac: '0a:00:00:00:00:51' },
    says: ['spec.mac', 'not changed or removed'],
  },
  { title: 'a MAC added to an IP', kind: 'IP', spec: { subnet: 'web' }, change: { mac: '0a:00:00:00:00:51' } },
  {
    title: "an IP's interface",
    kind: 'IP',
    spec: db0,
    change: { interface: 'net1' },
    says: ['spec.interface', "can't be changed"],
  },
  { title: 'the interface to nothing, which is the default again', kind: 'IP', spec: db0, change: { interface: null } },
  {
    title: "an IP's target, added, and its reclaim policy",
    kind: 'IP',
    spec: db0,
    change: { target: { kind: 'Pod', name: 'db-0' }, reclaimPolicy: 'Delete' },
  },
  {
    title: "an IP's target, removed",
    kind: 'IP',
    spec: { ...db0, target: { kind: 'Pod', name: 'db-0' } },
    change: { target: null },
  },
  {
    title: "a NodeNetwork's tunnel address",
    kind: 'NodeNetwork',
    spec: {},
    change: { tunnel: { address: '172.30.0.12' } },
  },
  {
    title: 'no more gateways on a node, and an uplink of its own',
    kind: 'NodeNetwork',
    spec: {},
    change: { gateway: 'Denied', providerNetworks: [{ name: 'ext', interface: 'eth2' }] },
  },
  {
    title: "a Subnet's type",
    kind: 'Subnet',
    spec: external,
    change: { type: 'Overlay', vpc: 'team-a', physical: null },
    says: ['spec.type', "can't be changed", 'make a new Subnet'],
  },
  {
    title: 'the VLAN and the ProviderNetwork of an External Subnet',
    kind: 'Subnet',
    spec: external,
    change: { physical: { providerNetwork: 'lab', vlan: null } },
  },
  {
    title: 'the physical router of an External Subnet',
    kind: 'Subnet',
    spec: external,
    change: { gateways: ['192.0.2.254'] },
    says: ['spec.gateways', "can't be changed", 'make a new Subnet'],
  },
  { title: 'egress to Centralized', kind: 'Subnet', spec: web, change: { egress: centralized } },
  {
    title: 'egress back, with what belonged to Centralized removed',
    kind: 'Subnet',
    spec: { ...web, egress: centralized },
    change: { egress: { mode: 'Distributed', gateways: null, snatAddresses: null } },
  },
  {
    title: 'egress back, with what belonged to Centralized left there',
    kind: 'Subnet',
    spec: { ...web, egress: centralized },
    change: { egress: { mode: 'Distributed' } },
    says: ['gateways belong to mode: Centralized only', 'snatAddresses belong to mode: Centralized'],
  },
  {
    title: 'the whole egress to nothing',
    kind: 'Subnet',
    spec: { ...web, egress: centralized },
    change: { egress: null },
  },
  {
    title: 'a ceiling, and its removal in one patch with marking',
    kind: 'Subnet',
    spec: { ...web, qos: { ingress: { rate: '10M' } } },
    change: { qos: { ingress: null, egress: { rate: '1G' }, marking: 'Denied' } },
  },
  {
    title: "a Gateway's vpc",
    kind: 'Gateway',
    spec: edge,
    change: { vpc: 'team-b' },
    says: ['spec.vpc', "can't be changed", 'make a new Gateway'],
  },
  {
    title: "a Gateway's External Subnet",
    kind: 'Gateway',
    spec: edge,
    change: { external: { subnet: 'other' } },
    says: ['spec.external.subnet', "can't be changed", 'make a new Gateway'],
  },
  {
    title: "a Gateway's addresses, placement and priority",
    kind: 'Gateway',
    spec: edge,
    change: {
      external: { addresses: ['192.0.2.100', '192.0.2.101'] },
      placement: { replicas: 3, preferredNodes: ['n2'] },
      priority: 10,
    },
  },
  { title: "a Gateway's addresses to nothing", kind: 'Gateway', spec: edge, change: { external: { addresses: null } } },
  {
    title: "a QoSPolicy's every field",
    kind: 'QoSPolicy',
    spec: { podSelector: {}, ingress: { rate: '1M' } },
    change: {
      podSelector: { matchLabels: { app: 'a' } },
      ingress: null,
      priority: 1,
      rules: [{ name: 'a', direction: 'Egress', cidrs: ['10.9.0.0/24'], unlimited: true }],
    },
  },
  {
    title: 'the last limit of a QoSPolicy, removed',
    kind: 'QoSPolicy',
    spec: { podSelector: {}, ingress: { rate: '1M' } },
    change: { ingress: null },
    says: ['says nothing'],
  },
  {
    title: "a MirrorSession's sink",
    kind: 'MirrorSession',
    spec: look,
    change: { sink: { nodeInterface: null, pod: { name: 'ids-0' } } },
    says: ['spec.sink', "can't be changed", 'make a new session'],
  },
  {
    title: "the name of a MirrorSession's interface",
    kind: 'MirrorSession',
    spec: look,
    change: { sink: { nodeInterface: { name: 'mirror1' } } },
    says: ['spec.sink', "can't be changed"],
  },
  {
    title: "a MirrorSession's pods, direction and time",
    kind: 'MirrorSession',
    spec: look,
    change: { podSelector: {}, direction: 'Egress', expiresAfterSeconds: 60 },
  },
  {
    title: "a MirrorSession's sink written with what is the default",
    kind: 'MirrorSession',
    spec: look,
    change: { sink: { nodeInterface: { name: 'mirror0' } } },
  },
  {
    title: "a ProviderNetwork's uplinks",
    kind: 'ProviderNetwork',
    spec: { uplinks: [{ interface: 'eth1' }] },
    change: { uplinks: [{ nodeSelector: { matchLabels: { edge: 'true' } }, interface: 'eth2' }], mtu: 9000 },
  },
];

describe('the API server, when an object is changed', function () {
  this.timeout(60_000);
  before(apiServer);

  for (const [index, { title, kind, spec, change, says }] of cases.entries()) {
    it(`${says === undefined ? 'accepts' : 'refuses'} ${title}`, async () => {
      const name = `update-${index}`;
      const made = await create(kind, name, spec);
      assert.equal(made.status, 201, made.body.message);
      const { status, body } = await patch(kind, name, { spec: change });
      await remove(kind, name);
      if (says === undefined) {
        assert.equal(status, 200, body.message);
      } else {
        assert.equal(status, 422, 'it was accepted');
        for (const words of says) assert.ok(body.message.includes(words), `"${words}" is not in: ${body.message}`);
      }
    });
  }

  const filled: readonly (readonly [kind: KindName, name: string, spec: unknown])[] = [
    ['Vpc', 'a', undefined],
    ['Vpc', 'a', { nodeAttachment: {} }],
    ['Subnet', 'a', web],
    ['Subnet', 'a', { ...web, dhcp: { mode: 'Enabled' }, isolation: {}, allowedNamespaces: {} }],
    ['IP', 'a', { subnet: 'web' }],
    ['Subnet', 'a', { ...web, egress: {}, qos: {} }],
    ['Subnet', 'a', external],
    ['Gateway', 'a', edge],
    ['Gateway', 'a', { ...edge, placement: { preferredNodes: ['n1'] } }],
    ['QoSPolicy', 'a', { podSelector: {}, egress: { dscp: 8 } }],
    ['MirrorSession', 'a', { podSelector: {}, sink: { nodeInterface: {} } }],
    ['MirrorSession', 'a', { podSelector: {}, sink: { erspan: { remote: '192.0.2.200' } } }],
    ['ProviderNetwork', 'a', { uplinks: [{ interface: 'eth1' }] }],
    ['NodeNetwork', 'a', undefined],
    ['NetworkConfig', 'default', undefined],
    ['NetworkConfig', 'default', { bfd: { multiplier: 5 }, mirroring: { collectors: ['192.0.2.200/32'] } }],
    ['NetworkConfig', 'default', { mtu: 1500 }],
  ];
  for (const [kind, name, spec] of filled) {
    it(`fills in the same defaults as the library: ${kind} ${JSON.stringify(spec) ?? 'without a spec'}`, async () => {
      const { body } = await create(kind, name, spec, { dryRun: true });
      assert.deepEqual(body.spec, withDefaults(kind, spec));
      assert.ok(isValid(kind, body));
    });
  }

  it('shows a fresh object as waiting for the controller, an IP with Ready alone', async () => {
    for (const [kind, types] of [
      ['Subnet', conditionTypes],
      ['IP', ['Ready']],
    ] as const) {
      const { body } = await create(kind, 'fresh', kind === 'Subnet' ? web : db0);
      await remove(kind, 'fresh');
      const found = body.status.conditions as readonly {
        type: string;
        status: string;
        reason: string;
        message: string;
      }[];
      assert.deepEqual(
        found.map(({ type }) => type),
        types,
      );
      for (const { status, reason, message } of found) {
        assert.deepEqual([status, reason, message], ['Unknown', 'Pending', 'Waiting for the Subnetes controller.']);
      }
    }
  });

  it('takes a status only through the subresource, and no spec through it', async () => {
    await create('IP', 'parts', db0);
    const main = await patch('IP', 'parts', { status: { ipv4: '10.1.0.10' } });
    assert.equal(main.body.status.ipv4, undefined);
    const part = await patch(
      'IP',
      'parts',
      { spec: { reclaimPolicy: 'Delete' }, status: { ipv4: '10.1.0.10' } },
      { part: '/status' },
    );
    assert.equal(part.body.status.ipv4, '10.1.0.10');
    assert.equal(part.body.spec.reclaimPolicy, 'Retain');
    assert.equal(part.body.metadata.generation, 1);
    await remove('IP', 'parts');
  });

  it('refuses a message longer than what conditions may hold', async () => {
    await create('IP', 'long', db0);
    const condition = { type: 'Ready', status: 'True', reason: 'PortUp', lastTransitionTime: '2026-01-01T00:00:00Z' };
    const fits = await patch(
      'IP',
      'long',
      { status: { conditions: [{ ...condition, message: 'm'.repeat(1024) }] } },
      { part: '/status' },
    );
    assert.equal(fits.status, 200, fits.body.message);
    const long = await patch(
      'IP',
      'long',
      { status: { conditions: [{ ...condition, message: 'm'.repeat(1025) }] } },
      { part: '/status' },
    );
    await remove('IP', 'long');
    assert.equal(long.status, 422);
  });

  it('keeps entries of other writers when two apply routes by name', async () => {
    const api = await apiServer();
    const apply = (manager: string, name: string) =>
      api.request('PATCH', `${pathOf('Vpc', 'shared')}?fieldManager=${manager}`, {
        type: 'application/apply-patch+yaml',
        body: {
          apiVersion: 'subnetes.io/v1alpha1',
          kind: 'Vpc',
          metadata: { name: 'shared' },
          spec: { staticRoutes: [{ name, destination: `10.${name.length}.0.0/16`, blackhole: true }] },
        },
      });
    await apply('one', 'a');
    const { body } = await apply('two', 'bb');
    await remove('Vpc', 'shared');
    assert.deepEqual(
      body.spec.staticRoutes.map(({ name }: { name: string }) => name),
      ['a', 'bb'],
    );
  });
});
