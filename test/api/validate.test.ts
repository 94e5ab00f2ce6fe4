import assert from 'node:assert/strict';
import { withDefaults } from '../../src/api/defaults.ts';
import { formats } from '../../src/api/formats.ts';
import { kindNames } from '../../src/api/generated/kinds.ts';
import { describeViolations, isValid, violations } from '../../src/api/validate.ts';

const subnet = (spec: object) => ({ spec: withDefaults('Subnet', { vpc: 'a', cidrs: ['10.1.0.0/24'], ...spec }) });
const texts = (spec: object) => violations('Subnet', subnet(spec)).map(({ path, message }) => `${path} ${message}`);

describe('the validators', () => {
  it('accept what the API server answers', () => {
    assert.deepEqual(
      texts({
        excludes: ['10.1.0.5-10.1.0.9'],
        gateways: ['10.1.0.1'],
        namespaceSelector: { matchLabels: { a: 'b' } },
      }),
      [],
    );
    assert.ok(isValid('Vpc', { spec: {} }));
    assert.ok(
      isValid('IP', {
        spec: withDefaults('IP', { subnet: 'web', mac: '0a:00:00:00:00:50', addresses: ['10.1.0.9', 'fd01::9'] }),
      }),
    );
    assert.ok(isValid('NetworkConfig', { spec: withDefaults('NetworkConfig') }));
    assert.ok(isValid('Gateway', { spec: withDefaults('Gateway', { vpc: 'a', external: { subnet: 'ext' } }) }));
    assert.ok(isValid('QoSPolicy', { spec: withDefaults('QoSPolicy', { podSelector: {}, egress: { rate: '10M' } }) }));
    assert.ok(
      isValid('MirrorSession', {
        spec: withDefaults('MirrorSession', { podSelector: {}, sink: { nodeInterface: {} } }),
      }),
    );
    assert.ok(isValid('ProviderNetwork', { spec: { uplinks: [{ interface: 'eth1' }] } }));
    assert.ok(isValid('NodeNetwork', { spec: { tunnel: { address: '172.30.0.11' } } }));
  });

  it('let fields of a newer version pass', () => {
    assert.deepEqual(texts({ multicast: { mode: 'Enabled' } }), []);
  });

  it('name the field and say what to write instead', () => {
    assert.deepEqual(texts({ cidrs: ['10.1.0.5/24'] }), [
      'spec.cidrs[0] is not a unicast network that hosts can use: write IPv4 /8 to /30 or IPv6 /32 to /126, as 10.1.0.0/24 or fd00:10:1::/64',
    ]);
    assert.deepEqual(texts({ isolation: { mode: 'Secret' } }), [
      'spec.isolation.mode is none of the allowed values: write Open or Private',
    ]);
    assert.deepEqual(texts({ default: false }), ['spec.default can only be true: write that, or leave the field out']);
    assert.deepEqual(texts({ mtu: '1400' }), ['spec.mtu has the wrong type: write a whole number']);
    assert.deepEqual(texts({ excludes: ['10.1.0.5', '10.1.0.5'] }), ['spec.excludes holds an entry twice: remove one']);
  });

  it('miss a field whose default an older CRD did not fill in', () => {
    assert.deepEqual(
      violations('Subnet', { spec: { vpc: 'a', cidrs: ['10.1.0.0/24'] } }).map(({ path }) => path),
      [
        'spec.type',
        'spec.priority',
        'spec.allowedNamespaces',
        'spec.retain',
        'spec.qos',
        'spec.egress',
        'spec.isolation',
        'spec.dhcp',
        'spec.routerAdvertisements',
      ],
    );
  });

  it('survive anything', () => {
    for (const value of [undefined, null, 7, 'text', [], {}, { spec: null }, { spec: [] }]) {
      for (const kind of kindNames) {
        const found = violations(kind, value);
        assert.equal(found.length > 0, !isValid(kind, value));
        assert.ok(found.length > 0, `${kind} ${JSON.stringify(value)}`);
      }
    }
  });

  it('summarise as the first violation and how many more there are', () => {
    assert.equal(describeViolations([]), '');
    assert.equal(describeViolations([{ path: 'a', message: 'is b' }]), 'a is b');
    assert.equal(
      describeViolations([
        { path: 'a', message: 'is b' },
        { path: 'c', message: 'd' },
      ]),
      'a is b (and 1 more)',
    );
  });

  it('have a help for every format', () => {
    for (const [name, { help }] of Object.entries(formats)) assert.match(help, /^is not .*: write /, name);
  });
});

describe('the formats', () => {
  const cases: Readonly<Record<string, { readonly good: readonly string[]; readonly bad: readonly string[] }>> = {
    'host-address': {
      good: ['10.1.0.10', 'fd01::10', '2001:db8::1'],
      bad: [
        '',
        '10.1.0',
        '010.1.0.1',
        '10.1.0.256',
        '10.1.0.1/24',
        'FD01::1',
        'fd01:0:0::1',
        '::ffff:10.0.0.1',
        '127.0.0.1',
        '169.254.1.1',
        '224.0.0.1',
        '255.255.255.255',
        '0.0.0.0',
        '::',
        '::1',
        'fe80::1',
        'ff02::1',
      ],
    },
    'peer-address': {
      good: ['10.1.0.10', 'fd01::10', '169.254.20.10', 'fe80::1'],
      bad: ['fe80::1%eth0', '127.0.0.1', '224.0.0.1', '255.255.255.255', '0.0.0.0', '::', '::1', 'ff02::1'],
    },
    'canonical-cidr': {
      good: ['0.0.0.0/0', '::/0', '10.1.0.0/24', 'fd01::/64'],
      bad: ['10.1.0.0', '10.1.0.5/24', 'fd01::1/64', '10.0.0.0/33', '10.0.0.0/08'],
    },
    'canonical-network': {
      good: ['10.0.0.0/8', '10.1.0.4/30', 'fd01::/32', 'fd01::/126'],
      bad: [
        '0.0.0.0/0',
        '8.0.0.0/7',
        '10.1.0.0/31',
        'fd00::/16',
        '127.0.0.0/8',
        '169.254.0.0/16',
        '224.0.0.0/8',
        'fe80::/64',
        'ff02::/64',
      ],
    },
    'address-range': {
      good: ['10.1.0.5', '10.1.0.5-10.1.0.5', '10.1.0.5-10.1.0.9', 'fd01::5-fd01::9'],
      bad: [
        '',
        '-',
        '10.1.0.5-',
        '10.1.0.9-10.1.0.5',
        'fd01::9-fd01::5',
        '10.1.0.5-fd01::5',
        '10.1.0.0/24',
        'a-b',
        '10.1.0.5 - 10.1.0.9',
      ],
    },
    'unicast-mac': {
      good: ['0a:00:00:00:00:50', '02:ff:ff:ff:ff:ff'],
      bad: [
        '0A:00:00:00:00:50',
        '01:00:5e:00:00:01',
        'ff:ff:ff:ff:ff:ff',
        '00:00:00:00:00:00',
        '0a-00-00-00-00-50',
        '0a:00:00:00:50',
      ],
    },
    'attachment-interface': { good: ['ovn0', 'ovn999'], bad: ['ovn', 'ovn1000', 'eth0', 'ovn0\n'] },
    'interface-name': { good: ['eth0', 'net1.5'], bad: ['', 'lo', 'eth0/1', 'Eth0', 'a'.repeat(16), 'eth0 '] },
    'node-interface': {
      good: ['eth1', 'enp3s0f0np0', 'bond0.12', 'Wan_1'],
      bad: ['', 'lo', 'eth0/1', 'e'.repeat(16), '-eth0', '.', 'eth 0', 'eth0\n'],
    },
    'mirror-interface': { good: ['mirror0', 'mirror999'], bad: ['mirror', 'mirror1000', 'ovn0', 'mirror0\n'] },
    rate: {
      good: ['1000', '1k', '500k', '20M', '999G', '999999999999'],
      bad: ['', '0', '999', '0M', '1.5M', '20m', '20 M', '20Mbps', '1T', '1000G', '+1M', '20M\n'],
    },
    'ovsdb-endpoint': {
      good: ['ssl:10.0.0.1:6641', 'tcp:[fd00::1]:6641', 'unix:/run/ovn/ovnnb_db.sock', 'ssl:nb.example.org:6641'],
      bad: ['ssl:10.0.0.1', 'ssl:fd00::1:6641', 'http://10.0.0.1:6641', 'unix:run/x', 'unix:/a b', 'ptcp:6641'],
    },
  };

  for (const [name, { good, bad }] of Object.entries(cases)) {
    it(`${name} tells good from bad`, () => {
      for (const text of good) assert.ok(formats[name]?.test(text), text);
      for (const text of bad) assert.ok(!formats[name]?.test(text), text);
    });
  }

  it('are all tested here', () => {
    assert.deepEqual(Object.keys(cases).sort(), Object.keys(formats).sort());
  });
});
