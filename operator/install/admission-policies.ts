/**
 * What the API server refuses although RBAC permits it: fields that only the controller writes, and an agent's writes beyond its own node.
 * ValidatingAdmissionPolicies live in the API server; a webhook would be an outage risk for a network.
 */
import { kinds } from '../../src/api/generated/kinds.ts';
import { group, serviceAccounts, systemNamespace, version } from '../../src/api/group.ts';
import { installationLabels, type Manifest } from './manifest.ts';

/** A check of a policy (admissionregistration.k8s.io/v1 `Validation`). */
interface Validation {
  readonly expression: string;
  readonly message: string;
  readonly reason?: 'Forbidden';
}

const userName = (account: string) => `system:serviceaccount:${systemNamespace}:${account}`;

/** The extra field that the API server puts on the user of a token that is bound to a Node (Kubernetes 1.32 and later). */
const nodeName = 'authentication.kubernetes.io/node-name';

/** The policies and their bindings. */
export function admissionPolicies(): readonly Manifest[] {
  return [
    ...policy('subnetes-ip-operator-fields', {
      resources: [kinds.IP.plural],
      variables: {
        byController: `request.userInfo.username == '${userName(serviceAccounts.controller)}'`,
        node: "object.spec.?node.orValue('')",
        oldNode: "oldObject == null ? '' : oldObject.spec.?node.orValue('')",
        kind: "object.spec.?target.?kind.orValue('')",
        oldKind: "oldObject == null ? '' : oldObject.spec.?target.?kind.orValue('')",
        uid: "object.spec.?target.?uid.orValue('')",
        oldUid: "oldObject == null ? '' : oldObject.spec.?target.?uid.orValue('')",
      },
      validations: [
        {
          expression: 'variables.byController || variables.node == variables.oldNode',
          message: 'spec.node is written by the Subnetes controller only: leave it out, or as it is',
        },
        {
          expression: 'variables.byController || variables.uid == variables.oldUid',
          message: 'spec.target.uid is written by the Subnetes controller only: leave it out, or as it is',
        },
        {
          expression: "variables.byController || variables.kind != 'Gateway' || variables.oldKind == 'Gateway'",
          message:
            'IPs of Gateways are made by the Subnetes controller only: write the address into external.addresses of the Gateway',
        },
      ],
    }),
    ...policy('subnetes-agent-own-node', {
      resources: [kinds.NodeNetwork.plural, `${kinds.NodeNetwork.plural}/status`],
      matchConditions: [
        { name: 'is-agent', expression: `request.userInfo.username == '${userName(serviceAccounts.agent)}'` },
      ],
      variables: {
        node: `'${nodeName}' in request.userInfo.extra ? request.userInfo.extra['${nodeName}'][0] : ''`,
      },
      validations: [
        {
          expression: "variables.node != '' && request.name == variables.node",
          message:
            "an agent writes only the NodeNetwork of its own node: use the token of the agent's pod on that node, which is bound to the Node",
          reason: 'Forbidden',
        },
        {
          expression: "request.operation != 'CREATE' || !has(object.spec) || object.spec.size() == 0",
          message: "spec is the network admin's: an agent creates the NodeNetwork without one",
          reason: 'Forbidden',
        },
      ],
    }),
  ];
}

function policy(
  name: string,
  content: {
    readonly resources: readonly string[];
    readonly matchConditions?: readonly { readonly name: string; readonly expression: string }[];
    readonly variables: Readonly<Record<string, string>>;
    readonly validations: readonly Validation[];
  },
): readonly Manifest[] {
  return [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name, labels: installationLabels },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: [group],
              apiVersions: [version],
              operations: ['CREATE', 'UPDATE'],
              resources: content.resources,
            },
          ],
        },
        ...(content.matchConditions === undefined ? {} : { matchConditions: content.matchConditions }),
        variables: Object.entries(content.variables).map(([variable, expression]) => ({ name: variable, expression })),
        validations: content.validations,
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name, labels: installationLabels },
      spec: { policyName: name, validationActions: ['Deny'] },
    },
  ];
}
