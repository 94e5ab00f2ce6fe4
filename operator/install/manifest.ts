/** A Kubernetes object as it is applied, and its text. What operator/install builds is a list of these. */
import { stringify } from 'yaml';

/** Any Kubernetes object. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** Labels of every object of the installation, so that one selector lists or deletes it. */
export const installationLabels = { 'app.kubernetes.io/part-of': 'subnetes' } as const;

/** A YAML stream of the objects, in their order. */
export function toYaml(manifests: readonly Manifest[]): string {
  return manifests.map((manifest) => stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n');
}
