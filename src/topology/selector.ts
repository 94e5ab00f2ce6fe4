/** Kubernetes label selectors (metav1 `LabelSelector`). */
import type { LabelSelector } from '../api/index.ts';

/**
 * A label that everything which a selector selects has: its key, and the values of which it has one. `undefined` when there is none. With it
 * an index finds the few selectors that can select an object, whatever their number.
 */
export function requiredLabel({
  matchLabels = {},
  matchExpressions = [],
}: LabelSelector): { readonly key: string; readonly values: readonly string[] } | undefined {
  const [key] = Object.keys(matchLabels).sort();
  if (key !== undefined) return { key, values: [matchLabels[key]!] };
  const expression = matchExpressions.find(({ operator }) => operator === 'In');
  return expression && { key: expression.key, values: expression.values ?? [] };
}

/** Whether labels match. An absent selector selects nothing, an empty one everything. */
export function selects(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>>): boolean {
  if (!selector) return false;
  return (
    Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
      const label = labels[key];
      switch (operator) {
        case 'In':
          return label !== undefined && values.includes(label);
        case 'NotIn':
          return label === undefined || !values.includes(label);
        case 'Exists':
          return label !== undefined;
        case 'DoesNotExist':
          return label === undefined;
        default:
          // An operator that this version does not know: select nothing rather than everything.
          return operator satisfies never;
      }
    })
  );
}
