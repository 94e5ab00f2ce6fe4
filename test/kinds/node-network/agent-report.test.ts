/** What an agent says about its node: each condition by the facts that make it so. */
import assert from 'node:assert/strict';
import { report } from '../../../src/kinds/node-network/report.ts';
import { type Index, Store } from '../../../src/store/store.ts';
import { indexes } from '../../../src/topology/indexes.ts';
import { type AgentInputs, local } from '../../../src/vswitch/facts.ts';

type Facts = { [K in keyof AgentInputs]?: Readonly<Record<string, AgentInputs[K]>> };

const meta = (name: string) => ({
  ...{ name, namespace: '', uid: `uid-${name}`, generation: 1, created: '2026-01-01T00:00:00Z' },
  ...{ deleting: false, inUse: false },
});
const accepted = { accepted: true, programmed: true };
const programmed = { state: 'programmed', realised: true } as const;
const openVSwitch: AgentInputs['OpenVSwitch'] = {
  root: '0b6c9e1a-0000-4000-8000-000000000000',
  bridge: '0b6c9e1a-0000-4000-8000-000000000001',
  present: { 'system-id': 'chassis-1' },
  foreignMappings: [],
  registered: true,
  bridges: ['br-int'],
  version: '3.5.0',
  mirrorFilters: true,
  connected: true,
};
const host: AgentInputs['Host'] = {
  node: 'n1',
  southbound: undefined,
  datapath: 'System',
  addresses: [
    { address: '192.0.2.11', mtu: 1500 },
    { address: '2001:db8::11', mtu: 9000 },
  ],
  versions: { agent: '0.1.0', ovn: '25.03.0', kernel: '6.1' },
};
const node: AgentInputs['Node'] = {
  meta: meta('n1'),
  labels: {},
  internalAddresses: ['192.0.2.11', '2001:db8::11'],
  ready: true,
  outOfService: false,
};
const nodeNetwork = (spec: AgentInputs['NodeNetwork']['spec'] = {}): AgentInputs['NodeNetwork'] => ({
  ...{
    meta: meta('n1'),
    spec,
    ...accepted,
    chassis: undefined,
    tunnelMtu: undefined,
    attachments: [],
    providerNetworks: [],
  },
});

/** A node where everything is well, with some facts changed. */
function said(changed: Facts = {}) {
  const store = new Store<AgentInputs>(indexes as readonly Index<AgentInputs>[]);
  const facts: Facts = {
    OpenVSwitch: { [local]: openVSwitch },
    Host: { [local]: host },
    Node: { n1: node },
    NodeNetwork: { n1: nodeNetwork() },
    NetworkConfig: {
      default: {
        meta: meta('default'),
        spec: { encapsulation: 'Geneve', joinCidrs: ['100.64.0.0/16'], quarantineSeconds: 30 },
        ...accepted,
        defaultsCreated: true,
      } as unknown as AgentInputs['NetworkConfig'],
    },
    Programming: { [`OpenVSwitch/${local}`]: programmed, 'NodeNetwork/n1': programmed },
    Filter: { [local]: { problem: undefined } },
    ...changed,
  };
  for (const [kind, objects] of Object.entries(facts))
    for (const [key, value] of Object.entries(objects)) store.put(kind as keyof AgentInputs, key, value as never);
  return report(store.world, 'n1');
}

/** The first condition that is not True, or Ready. */
function cause(changed: Facts) {
  const verdicts = said(changed)?.verdicts;
  assert.ok(verdicts);
  const { Accepted, ResolvedRefs, Programmed, Ready } = verdicts;
  const first = [Accepted, ResolvedRefs, Programmed].find(({ status }) => status !== 'True') ?? Ready;
  return [first.status, first.reason, first.message];
}

describe("an agent's report on its node", () => {
  it('is Ready with what the node is like when all is well', () => {
    assert.deepEqual(cause({}), ['True', 'Ready', '']);
    assert.deepEqual(said()?.status, {
      chassis: 'chassis-1',
      tunnel: { address: '192.0.2.11', encapsulation: 'Geneve', mtu: 1442 },
      versions: { agent: '0.1.0', openvswitch: '3.5.0', ovn: '25.03.0', kernel: '6.1' },
      datapath: 'System',
      bridges: ['br-int'],
      providerNetworks: undefined,
      ports: 0,
      mirrors: undefined,
    });
  });

  it('says that addresses of pods are not hidden while nftables does not work, and nothing before it has looked', () => {
    assert.equal(said({ Filter: {} }), undefined);
    const [status, reason, message] = cause({ Filter: { [local]: { problem: 'nft does not run.' } } });
    assert.deepEqual([status, reason], ['False', 'EgressDown']);
    assert.match(String(message), /^nft does not run\. Until then node n1 /);
  });

  it('says how large a packet of a pod may be, by family of the tunnel and encapsulation', () => {
    const mtu = (spec: AgentInputs['NodeNetwork']['spec']) =>
      (said({ NodeNetwork: { n1: nodeNetwork(spec) } })?.status.tunnel as { mtu: number } | undefined)?.mtu;
    assert.equal(mtu({ tunnel: { encapsulation: 'VXLAN' } }), 1500 - 50);
    assert.equal(mtu({ tunnel: { address: '2001:DB8::11' } }), 9000 - 78);
    assert.equal(mtu({ tunnel: { address: '2001:db8::11', encapsulation: 'VXLAN' } }), 9000 - 70);
  });

  it('is not given before everything was looked at', () => {
    assert.equal(said({ Programming: {} }), undefined);
    assert.equal(said({ Host: {} }), undefined);
  });

  it('names what is missing: the NetworkConfig, the Node, an address that the node has', () => {
    const [status, reason, message] = cause({ NetworkConfig: {} });
    assert.deepEqual([status, reason], ['False', 'NoNetworkConfig']);
    assert.match(String(message), /kubectl apply/);
    assert.deepEqual(cause({ Node: {} }).slice(0, 2), ['False', 'NodeNotFound']);
    const strange = nodeNetwork({ tunnel: { address: '192.0.2.99' } });
    assert.deepEqual(cause({ NodeNetwork: { n1: strange } }), [
      'False',
      'AddressNotOnNode',
      'No interface of node n1 has the address 192.0.2.99. Write one that it has into spec.tunnel.address.',
    ]);
    const inForce = { ...openVSwitch, present: { ...openVSwitch.present, 'ovn-encap-ip': '192.0.2.11' } };
    const { tunnel } = said({ NodeNetwork: { n1: strange }, OpenVSwitch: { [local]: inForce } })?.status ?? {};
    assert.equal((tunnel as { address: string }).address, '192.0.2.11', 'the address in force stays');
    const bare = { ...node, internalAddresses: [] };
    assert.match(String(cause({ Node: { n1: bare } })[2]), /has no InternalIP to tunnel from/);
  });

  it('names what does not run: Open vSwitch, ovn-controller', () => {
    assert.deepEqual(cause({ OpenVSwitch: { [local]: { ...openVSwitch, connected: false } } }).slice(0, 2), [
      'False',
      'OpenVSwitchDown',
    ]);
    assert.deepEqual(cause({ OpenVSwitch: {}, Programming: {} }).slice(0, 2), ['Unknown', 'DatabaseUnreachable']);
    for (const facts of [{ registered: false }, { bridge: undefined }])
      assert.deepEqual(cause({ OpenVSwitch: { [local]: { ...openVSwitch, ...facts } } }).slice(0, 2), [
        'False',
        'ChassisNotRegistered',
      ]);
  });

  it('names an attachment that is down, and says nothing before its device was looked at', () => {
    const attached: Facts = {
      Vpc: {
        default: {
          meta: meta('default'),
          spec: { nodeAttachment: { interface: 'ovn0' } },
          ...accepted,
          joinCidrs: undefined,
        },
      },
      NodeNetwork: {
        n1: {
          ...nodeNetwork(),
          attachments: [{ vpc: 'default', interface: 'ovn0', mac: '0a:58:64:40:00:02', addresses: ['100.64.0.2'] }],
        },
      },
    };
    assert.equal(said(attached), undefined);
    const unattached = { ...attached, NodeNetwork: { n1: nodeNetwork() } };
    assert.deepEqual(cause(unattached), [
      'False',
      'AttachmentDown',
      'Waits for the controller to give this node its addresses in the Vpcs.',
    ]);
    assert.deepEqual(cause({ ...attached, Device: { ovn0: { losses: 0, problem: undefined } } })[1], 'Ready');
    assert.deepEqual(cause({ ...attached, Device: { ovn0: { losses: 0, problem: 'Interface ovn0 is gone.' } } }), [
      'False',
      'AttachmentDown',
      'Interface ovn0 is gone. See the log of the agent on node n1.',
    ]);
  });

  it('names a Subnet whose packets do not fit into the tunnels', () => {
    const large: Facts = {
      Vpc: { red: { meta: meta('red'), spec: {}, ...accepted, joinCidrs: undefined } },
      Subnet: {
        big: {
          meta: meta('big'),
          spec: {
            vpc: 'red',
            cidrs: ['10.9.0.0/24'],
            mtu: 8900,
            egress: { mode: 'Auto' },
            dhcp: { mode: 'Disabled' },
          } as never,
          ...accepted,
        },
      },
    };
    const [, reason, message] = cause(large);
    assert.equal(reason, 'MTUTooSmall');
    assert.match(String(message), /carry packets of 1442 bytes.*subnets\.subnetes\.io big/);
  });

  it("tells of the database's refusal, and of what is held", () => {
    const refused = { state: 'failed', reason: 'NameTaken', message: 'ovn0 is taken', realised: false } as const;
    const states = (state: AgentInputs['Programming']): Facts => ({
      Programming: { [`OpenVSwitch/${local}`]: programmed, 'NodeNetwork/n1': state },
    });
    assert.deepEqual(cause(states(refused)), ['False', 'NameTaken', 'ovn0 is taken']);
    assert.equal(said(states({ state: 'held', realised: false }))?.verdicts.Programmed.reason, 'Held');
    assert.deepEqual(cause(states({ state: 'withheld', realised: false })).slice(0, 2), ['False', 'Withheld']);
  });
});
