import assert from 'node:assert/strict';
import { App, Chart } from 'cdk8s';
import { withDefaults } from '../../src/api/defaults.ts';
import { isValid } from '../../src/api/validate.ts';
import {
  Gateway,
  IP,
  MirrorSession,
  NetworkConfig,
  NodeNetwork,
  ProviderNetwork,
  QoSPolicy,
  Subnet,
  Vpc,
} from '../../src/constructs/index.ts';

const chart = () => new Chart(new App(), 'chart');

describe('the constructs', () => {
  it('are named by their id, without a hash, unless metadata names them', () => {
    const scope = chart();
    assert.equal(new Vpc(scope, 'team-a').name, 'team-a');
    assert.equal(new Vpc(scope, 'other', { metadata: { name: 'given', labels: { a: 'b' } } }).name, 'given');
  });

  it('take the construct or the name as a reference, also inside lists', () => {
    const scope = chart();
    const vpc = new Vpc(scope, 'team-a');
    const web = new Subnet(scope, 'web', { spec: { vpc, cidrs: ['10.1.0.0/24'] } });
    const db = new Subnet(scope, 'db', {
      spec: {
        vpc: 'team-a',
        cidrs: ['10.1.1.0/24'],
        isolation: { mode: 'Private', allowFrom: [{ subnet: web }, { cidr: '10.9.0.0/16' }] },
      },
    });
    assert.equal(web.toJson().spec.vpc, 'team-a');
    assert.equal(db.toJson().spec.vpc, 'team-a');
    assert.deepEqual(db.toJson().spec.isolation.allowFrom, [{ subnet: 'web' }, { cidr: '10.9.0.0/16' }]);
    assert.equal(new IP(scope, 'ip', { spec: { subnet: web } }).toJson().spec.subnet, 'web');
  });

  it('take them at every depth: a Gateway on an External Subnet on a ProviderNetwork, and a Subnet that leaves through it', () => {
    const scope = chart();
    const vpc = new Vpc(scope, 'team-a');
    const providerNetwork = new ProviderNetwork(scope, 'ext', { spec: { uplinks: [{ interface: 'eth1' }] } });
    const external = new Subnet(scope, 'ext-100', {
      spec: {
        type: 'External',
        physical: { providerNetwork, vlan: 100 },
        cidrs: ['192.0.2.0/24'],
        gateways: ['192.0.2.1'],
      },
    });
    const edge = new Gateway(scope, 'edge', { spec: { vpc, external: { subnet: external } } });
    const web = new Subnet(scope, 'web', {
      spec: { vpc, cidrs: ['10.1.0.0/24'], egress: { mode: 'Centralized', gateways: [edge, 'other'] } },
    });
    assert.deepEqual(external.toJson().spec.physical, { providerNetwork: 'ext', vlan: 100 });
    assert.deepEqual(edge.toJson().spec, { vpc: 'team-a', external: { subnet: 'ext-100' } });
    assert.deepEqual(web.toJson().spec.egress, { mode: 'Centralized', gateways: ['edge', 'other'] });
    const kinds = scope.toJson().map(({ kind }: { kind: string }) => kind);
    assert.deepEqual(kinds, ['Vpc', 'ProviderNetwork', 'Subnet', 'Gateway', 'Subnet']);
  });

  it('synthesise what they refer to first', () => {
    const scope = chart();
    const vpc = new Vpc(scope, 'z');
    new Subnet(scope, 'a', { spec: { vpc, cidrs: ['10.1.0.0/24'] } });
    assert.deepEqual(
      scope.toJson().map(({ kind }: { kind: string }) => kind),
      ['Vpc', 'Subnet'],
    );
  });

  it('keep empty objects, which mean something', () => {
    const scope = chart();
    const vpc = new Vpc(scope, 'v', { spec: { nodeAttachment: {} } });
    const subnet = new Subnet(scope, 's', { spec: { vpc, cidrs: ['10.1.0.0/24'], namespaceSelector: {} } });
    assert.deepEqual(vpc.toJson().spec, { nodeAttachment: {} });
    assert.deepEqual(subnet.toJson().spec.namespaceSelector, {});
    const session = new MirrorSession(scope, 'm', { spec: { podSelector: {}, sink: { nodeInterface: {} } } });
    assert.deepEqual(session.toJson().spec, { podSelector: {}, sink: { nodeInterface: {} } });
  });

  it('make objects that the validators accept once defaults are filled in', () => {
    const scope = chart();
    const resources = [
      ['Vpc', new Vpc(scope, 'v')],
      ['Subnet', new Subnet(scope, 's', { spec: { vpc: 'v', cidrs: ['10.1.0.0/24'] } })],
      ['IP', new IP(scope, 'i', { metadata: { namespace: 'team-a' }, spec: { subnet: 's' } })],
      ['Gateway', new Gateway(scope, 'g', { spec: { vpc: 'v', external: { subnet: 's' } } })],
      ['QoSPolicy', new QoSPolicy(scope, 'q', { spec: { podSelector: {}, egress: { rate: '10M' } } })],
      [
        'MirrorSession',
        new MirrorSession(scope, 'm', { spec: { podSelector: {}, sink: { gre: { remote: '192.0.2.200' } } } }),
      ],
      ['ProviderNetwork', new ProviderNetwork(scope, 'p', { spec: { uplinks: [{ interface: 'eth1' }] } })],
      ['NodeNetwork', new NodeNetwork(scope, 'n1')],
      ['NetworkConfig', new NetworkConfig(scope, 'default', { spec: { podCidrs: ['10.244.0.0/16'] } })],
    ] as const;
    for (const [kind, resource] of resources) {
      const object = resource.toJson();
      assert.deepEqual([object.apiVersion, object.kind], ['subnetes.io/v1alpha1', kind]);
      assert.ok(isValid(kind, { ...object, spec: withDefaults(kind, object.spec) }), kind);
    }
  });
});
