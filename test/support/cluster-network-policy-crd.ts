/**
 * The CustomResourceDefinition of ClusterNetworkPolicy (policy.networking.k8s.io/v1alpha2) for test beds, written from the fields and limits that
 * kubernetes-sigs/network-policy-api documents for its experimental channel: that has all peers (nodes, domainNames) of the standard one and more.
 */
type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const object = (properties: Readonly<Record<string, Schema>>, more: Schema = {}): Schema => ({
  ...{ type: 'object', properties },
  ...more,
});
const list = (items: Schema, limits: Schema = {}): Schema => ({ type: 'array', items, ...limits });
const choice = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });

/** Exactly one of the fields. */
const oneOf = (properties: Readonly<Record<string, Schema>>): Schema =>
  object(properties, { minProperties: 1, maxProperties: 1 });

const few = { minItems: 1, maxItems: 25 };
const setOf = (items: Schema): Schema => list(items, { ...few, 'x-kubernetes-list-type': 'set' });
const validated = (rule: string, message: string): Schema => ({ 'x-kubernetes-validations': [{ rule, message }] });

const selector = object(
  {
    matchLabels: { type: 'object', additionalProperties: text },
    matchExpressions: list(
      object({ key: text, operator: text, values: list(text) }, { required: ['key', 'operator'] }),
    ),
  },
  { 'x-kubernetes-map-type': 'atomic' },
);
const namespacedPods = object({ namespaceSelector: selector, podSelector: selector }, { required: ['podSelector'] });

const podPeers = { namespaces: selector, pods: namespacedPods };
const cidr = { ...text, maxLength: 43, ...validated('isCIDR(self)', 'Invalid CIDR format provided') };
const domainName = {
  ...text,
  maxLength: 253,
  pattern: '^(\\*\\.)?([a-zA-Z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.)+[a-zA-Z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.?$',
};

const portNumber: Schema = { type: 'integer', format: 'int32', minimum: 1, maximum: 65_535 };
const range = object(
  { start: portNumber, end: portNumber },
  { required: ['start', 'end'], ...validated('self.start < self.end', 'Start port must be less than End port') },
);
// A protocol as a whole can't be said: it needs a port.
const onPort = object({ destinationPort: oneOf({ number: portNumber, range }) }, { minProperties: 1 });

const rule = (direction: 'from' | 'to', peers: Readonly<Record<string, Schema>>, more: Schema = {}): Schema =>
  object(
    {
      name: { ...text, maxLength: 100 },
      action: choice('Accept', 'Deny', 'Pass'),
      [direction]: list(oneOf(peers), few),
      protocols: list(oneOf({ tcp: onPort, udp: onPort, sctp: onPort, destinationNamedPort: text }), few),
    },
    { required: ['action', direction], ...more },
  );

const spec = object(
  {
    tier: choice('Admin', 'Baseline'),
    priority: { type: 'integer', format: 'int32', minimum: 0, maximum: 1000 },
    subject: oneOf(podPeers),
    ingress: list(rule('from', podPeers), { maxItems: 25 }),
    egress: list(
      rule(
        'to',
        { ...podPeers, nodes: selector, networks: setOf(cidr), domainNames: setOf(domainName) },
        validated(
          '!(self.to.exists(peer, has(peer.networks) || has(peer.nodes) || has(peer.domainNames)) && has(self.protocols) && self.protocols.exists(protocol, has(protocol.destinationNamedPort)))',
          'networks/nodes/domainNames peer cannot be set with namedPorts since there are no namedPorts for networks/nodes/domainNames',
        ),
      ),
      { maxItems: 25 },
    ),
  },
  { required: ['tier', 'priority', 'subject'] },
);

/** metav1 Condition, with the limits that the API server checks. */
const condition = object(
  {
    type: { ...text, maxLength: 316 },
    status: choice('True', 'False', 'Unknown'),
    observedGeneration: { type: 'integer', format: 'int64', minimum: 0 },
    lastTransitionTime: { ...text, format: 'date-time' },
    reason: { ...text, minLength: 1, maxLength: 1024, pattern: '^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$' },
    message: { ...text, maxLength: 32_768 },
  },
  { required: ['type', 'status', 'lastTransitionTime', 'reason', 'message'] },
);
const status = object(
  { conditions: list(condition, { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['type'] }) },
  { required: ['conditions'] },
);

/** Name of the CustomResourceDefinition. */
export const clusterNetworkPolicyCrdName = 'clusternetworkpolicies.policy.networking.k8s.io';

/** The CustomResourceDefinition as kubectl takes it. Only tests that want it apply it: a cluster need not have the kind. */
export const clusterNetworkPolicyCrd = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: clusterNetworkPolicyCrdName,
    // The API server asks for this in every group of Kubernetes' own.
    annotations: { 'api-approved.kubernetes.io': 'unapproved, for tests' },
  },
  spec: {
    group: 'policy.networking.k8s.io',
    scope: 'Cluster',
    names: {
      ...{ kind: 'ClusterNetworkPolicy', listKind: 'ClusterNetworkPolicyList' },
      ...{ plural: 'clusternetworkpolicies', singular: 'clusternetworkpolicy', shortNames: ['cnp'] },
    },
    versions: [
      {
        ...{ name: 'v1alpha2', served: true, storage: true, subresources: { status: {} } },
        additionalPrinterColumns: [
          { name: 'Tier', type: 'string', jsonPath: '.spec.tier' },
          { name: 'Priority', type: 'string', jsonPath: '.spec.priority' },
          { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' },
        ],
        schema: {
          openAPIV3Schema: object(
            { apiVersion: text, kind: text, metadata: { type: 'object' }, spec, status },
            { required: ['metadata', 'spec'] },
          ),
        },
      },
    ],
  },
} as const;
