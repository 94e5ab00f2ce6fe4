import assert from 'node:assert/strict';
import { withDefaults } from '../../src/api/defaults.ts';

describe('defaults', () => {
  it('are filled into what is absent, at every depth, and nowhere else', () => {
    assert.deepEqual(
      withDefaults('Subnet', { vpc: 'a', cidrs: ['10.1.0.0/24'], priority: 7, dhcp: { mode: 'Enabled' } }),
      {
        vpc: 'a',
        cidrs: ['10.1.0.0/24'],
        priority: 7,
        allowedNamespaces: { from: 'Served' },
        isolation: { mode: 'Open' },
        dhcp: { mode: 'Enabled', leaseSeconds: 3600 },
        routerAdvertisements: { mode: 'Disabled' },
        type: 'Overlay',
        retain: 'Never',
        qos: { marking: 'Allowed' },
        egress: { mode: 'Auto', snat: 'Enabled' },
      },
    );
    assert.deepEqual(withDefaults('Vpc'), {});
    assert.deepEqual(withDefaults('Vpc', { nodeAttachment: {} }), { nodeAttachment: { interface: 'ovn0' } });
  });

  it('change nothing that was given and share nothing between two results', () => {
    const spec = Object.freeze({ vpc: 'a', cidrs: Object.freeze(['10.1.0.0/24']) });
    const first = withDefaults('Subnet', spec);
    assert.notEqual(first.dhcp, withDefaults('Subnet', spec).dhcp);
    assert.deepEqual(spec, { vpc: 'a', cidrs: ['10.1.0.0/24'] });
  });

  it('leave what is no object as it is', () => {
    assert.equal(withDefaults('Vpc', 'text'), 'text');
    assert.equal(withDefaults('Vpc', null), null);
  });
});
