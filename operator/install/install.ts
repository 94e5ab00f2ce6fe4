/**
 * Everything that a cluster needs before the programs start: namespace, kinds, roles and admission policies, in the order in which
 * they can be applied.
 */
import { systemNamespace } from '../../src/api/group.ts';
import { customResourceDefinition } from '../../src/generate/custom-resource-definition.ts';
import type { KindSchema } from '../../src/generate/json-schema.ts';
import { admissionPolicies } from './admission-policies.ts';
import { installationLabels, type Manifest } from './manifest.ts';
import { rbac } from './rbac.ts';

export { type Manifest, toYaml } from './manifest.ts';

/**
 * The objects of the installation.
 * @param kinds the schemas of the kinds (`loadKindSchemas`)
 */
export function installation(kinds: readonly KindSchema[]): readonly Manifest[] {
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
    ...kinds.map((kind) => withLabels(customResourceDefinition(kind))),
    ...rbac(),
    ...admissionPolicies(),
  ];
}

function withLabels(definition: ReturnType<typeof customResourceDefinition>): Manifest {
  return {
    ...definition,
    apiVersion: String(definition.apiVersion),
    kind: String(definition.kind),
    metadata: { ...definition.metadata, labels: installationLabels },
  };
}
