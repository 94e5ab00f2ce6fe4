// Generated from crds/schemas by `make generate`: do not edit.
import type { DefaultsTree } from '../defaults.ts';
import type { KindDescriptor } from '../resource.ts';

/** The kinds, in reading order. */
export const kindNames = [
  'Vpc',
  'Subnet',
  'IP',
  'Gateway',
  'QoSPolicy',
  'MirrorSession',
  'LoadBalancerIPPool',
  'ProviderNetwork',
  'NodeNetwork',
  'NetworkConfig',
] as const;

/** One of our kinds. */
export type KindName = (typeof kindNames)[number];

/** What the API server and kubectl call each kind. */
export const kinds: { readonly [K in KindName]: KindDescriptor<K> } = {
  Vpc: {
    group: 'subnetes.io',
    version: 'v1alpha1',
    plural: 'vpcs',
    kind: 'Vpc',
    namespaced: false,
    shortNames: [],
    owner: 'network-admin',
  },
  Subnet: {
    group: 'subnetes.io',
    version: 'v1alpha1',
    plural: 'subnets',
    kind: 'Subnet',
    namespaced: false,
    shortNames: ['vsub'],
    owner: 'network-admin',
  },
  IP: {
    group: 'subnetes.io',
    version: 'v1alpha1',
    plural: 'ips',
    kind: 'IP',
    namespaced: true,
    shortNames: ['vaddr'],
    owner: 'tenant',
  },
  Gateway: {
    group: 'subnetes.io',
    version: 'v1alpha1',
    plural: 'gateways',
    kind: 'Gateway',
    namespaced: false,
    shortNames: ['vgw'],
    owner: 'network-admin',
  },
  QoSPolicy: {
    group: 'subnetes.io',
    version: 'v1alpha1',
    plural: 'qospolicies',
    kind: 'QoSPolicy',
    namespaced: true,
    shortNames: ['vqos'],
    owner: 'tenant',
  },
  MirrorSession: {
    group: 'subnetes.io',
    version: 'v1alpha1',
    plural: 'mirrorsessions',
    kind: 'MirrorSession',
    namespaced: true,
    shortNames: ['vmir'],
    owner: 'tenant',
  },
  LoadBalancerIPPool: {
    group: 'subnetes.io',
    version: 'v1alpha1',
    plural: 'loadbalancerippools',
    kind: 'LoadBalancerIPPool',
    namespaced: false,
    shortNames: ['vlbp'],
    owner: 'network-admin',
  },
  ProviderNetwork: {
    group: 'subnetes.io',
    version: 'v1alpha1',
    plural: 'providernetworks',
    kind: 'ProviderNetwork',
    namespaced: false,
    shortNames: ['vprov'],
    owner: 'network-admin',
  },
  NodeNetwork: {
    group: 'subnetes.io',
    version: 'v1alpha1',
    plural: 'nodenetworks',
    kind: 'NodeNetwork',
    namespaced: false,
    shortNames: ['vnode'],
    owner: 'network-admin',
  },
  NetworkConfig: {
    group: 'subnetes.io',
    version: 'v1alpha1',
    plural: 'networkconfigs',
    kind: 'NetworkConfig',
    namespaced: false,
    shortNames: ['vconf'],
    owner: 'network-admin',
  },
};

/** The defaults of each kind's spec, as the schema states them. */
export const specDefaults: { readonly [K in KindName]: DefaultsTree } = {
  Vpc: { value: {}, fields: { nodeAttachment: { fields: { interface: { value: 'ovn0' } } } } },
  Subnet: {
    fields: {
      type: { value: 'Overlay' },
      priority: { value: 500 },
      allowedNamespaces: { value: { from: 'Served' }, fields: { from: { value: 'Served' } } },
      retain: { value: 'Never' },
      qos: { value: { marking: 'Allowed' }, fields: { marking: { value: 'Allowed' } } },
      egress: {
        value: { mode: 'Auto', snat: 'Enabled' },
        fields: { mode: { value: 'Auto' }, snat: { value: 'Enabled' } },
      },
      isolation: { value: { mode: 'Open' }, fields: { mode: { value: 'Open' } } },
      dhcp: {
        value: { mode: 'Disabled', leaseSeconds: 3600 },
        fields: { mode: { value: 'Disabled' }, leaseSeconds: { value: 3600 } },
      },
      routerAdvertisements: { value: { mode: 'Disabled' }, fields: { mode: { value: 'Disabled' } } },
    },
  },
  IP: { fields: { interface: { value: 'eth0' }, reclaimPolicy: { value: 'Retain' } } },
  Gateway: {
    fields: { priority: { value: 500 }, placement: { value: { replicas: 2 }, fields: { replicas: { value: 2 } } } },
  },
  QoSPolicy: { fields: { priority: { value: 500 } } },
  MirrorSession: {
    fields: {
      direction: { value: 'Both' },
      sink: {
        fields: {
          nodeInterface: { fields: { name: { value: 'mirror0' } } },
          gre: { fields: { key: { value: 0 } } },
          erspan: { fields: { index: { value: 1 } } },
        },
      },
      expiresAfterSeconds: { value: 3600 },
    },
  },
  LoadBalancerIPPool: {},
  ProviderNetwork: {},
  NodeNetwork: { value: {} },
  NetworkConfig: {
    value: {
      encapsulation: 'Geneve',
      podCidrs: ['10.244.0.0/16', 'fd00:10:244::/64'],
      joinCidrs: ['100.64.0.0/16', 'fd00:100:64::/112'],
      quarantineSeconds: 30,
      bfd: { minRxMilliseconds: 300, minTxMilliseconds: 300, multiplier: 3 },
      mirroring: { nodeInterfaces: 'Denied' },
    },
    fields: {
      encapsulation: { value: 'Geneve' },
      podCidrs: { value: ['10.244.0.0/16', 'fd00:10:244::/64'] },
      joinCidrs: { value: ['100.64.0.0/16', 'fd00:100:64::/112'] },
      quarantineSeconds: { value: 30 },
      bfd: {
        value: { minRxMilliseconds: 300, minTxMilliseconds: 300, multiplier: 3 },
        fields: { minRxMilliseconds: { value: 300 }, minTxMilliseconds: { value: 300 }, multiplier: { value: 3 } },
      },
      mirroring: { value: { nodeInterfaces: 'Denied' }, fields: { nodeInterfaces: { value: 'Denied' } } },
    },
  },
};
