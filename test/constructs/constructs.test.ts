import assert from 'node:assert/strict';
import { App, Chart } from 'cdk8s';
import { withDefaults } from '../../src/api/defaults.ts';
import { isValid } from '../../src/api/validate.ts';
import { IP, NetworkConfig, NodeNetwork, Subnet, Vpc } from '../../src/constructs/index.ts';

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
  });

  it('make objects that the validators accept once defaults are filled in', () => {
    const scope = chart();
    const resources = [
      ['Vpc', new Vpc(scope, 'v')],
      ['Subnet', new Subnet(scope, 's', { spec: { vpc: 'v', cidrs: ['10.1.0.0/24'] } })],
      ['IP', new IP(scope, 'i', { metadata: { namespace: 'team-a' }, spec: { subnet: 's' } })],
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
