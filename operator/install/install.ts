/**
 * Everything that a cluster needs, in the order in which it can be applied: namespace, kinds, roles, admission policies, the programs,
 * and NetworkConfig `default` when its values are given.
 */
import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { apiVersion, defaultName, systemNamespace } from '../../src/api/group.ts';
import { customResourceDefinition } from '../../src/generate/custom-resource-definition.ts';
import type { KindSchema } from '../../src/generate/json-schema.ts';
import { admissionPolicies } from './admission-policies.ts';
import { installationLabels, type Manifest } from './manifest.ts';
import { apiServerConfigMap, programs } from './programs.ts';
import { rbac } from './rbac.ts';
import { type InstallSettings, splitHostPort } from './settings.ts';

export { type Manifest, toYaml } from './manifest.ts';
export type { InstallSettings } from './settings.ts';

/**
 * The objects of the installation.
 * @param schemas the schemas of the kinds (`loadKindSchemas`)
 */
export function installation(schemas: readonly KindSchema[], settings: InstallSettings = {}): readonly Manifest[] {
  const { apiServer, networkConfig } = settings;
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: systemNamespace,
        // Agents configure their node's network, so their pods are privileged.
        labels: { ...installationLabels, 'pod-security.kubernetes.io/enforce': 'privileged' },
      },
    },
    ...schemas.map((schema) => withLabels(customResourceDefinition(schema))),
    ...rbac(),
    ...admissionPolicies(),
    ...(apiServer === undefined ? [] : [apiServerAddress(apiServer)]),
    ...programs(settings),
    ...(networkConfig === undefined
      ? []
      : [{ apiVersion, kind: 'NetworkConfig', metadata: { name: defaultName }, spec: networkConfig }]),
  ];
}

/** The same as a chart, for installations that are cdk8s programs. */
export class Installation extends Chart {
  constructor(scope: Construct, id: string, schemas: readonly KindSchema[], settings: InstallSettings = {}) {
    super(scope, id);
    for (const manifest of installation(schemas, settings)) {
      const { namespace = '', name } = manifest.metadata;
      new ApiObject(this, [manifest.kind, namespace, name].filter(Boolean).join('-').toLowerCase(), manifest);
    }
  }
}

/** Settings that are not known here, as text to be filled in: the end of install.yaml. */
export const unfilled = `# What only you know; 'operator/install/main.ts --help' lists the flags that fill it in.
# ---
# # Where nodes reach the API server without a Service; needed without kube-proxy, before the programs start.
# apiVersion: v1
# kind: ConfigMap
# metadata: {name: ${apiServerConfigMap}, namespace: ${systemNamespace}}
# data: {host: 10.0.0.1, port: "6443"}
# ---
# apiVersion: ${apiVersion}
# kind: NetworkConfig
# metadata: {name: ${defaultName}}
# spec:
#   podCidrs: [10.244.0.0/16, "fd00:10:244::/64"]
#   serviceCidrs: [10.96.0.0/16, "fd00:10:96::/112"]
#   database:
#     northbound: ["ssl:10.0.0.1:6641"]
#     southbound: ["ssl:10.0.0.1:6642"]
#     tlsSecret: ovn # in ${systemNamespace}, with ca.crt, tls.crt, tls.key
`;

function apiServerAddress(text: string): Manifest {
  const [host, port] = splitHostPort(text);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: apiServerConfigMap, namespace: systemNamespace, labels: installationLabels },
    data: { host, port },
  };
}

function withLabels(definition: ReturnType<typeof customResourceDefinition>): Manifest {
  return {
    ...definition,
    apiVersion: String(definition.apiVersion),
    kind: String(definition.kind),
    metadata: { ...definition.metadata, labels: installationLabels },
  };
}
