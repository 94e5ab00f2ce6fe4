/** Outcomes of the checks that kinds make: fine, or a reason with a message that says what, because of which object, and what to do. */
import type { Reason, Verdict } from '../api/index.ts';

/** What is wrong, in the words of a condition. */
export interface Finding {
  readonly reason: Reason;
  readonly message: string;
}

/** The verdict of a condition: True with its good reason, or False with the finding. */
export function verdict(good: Reason, finding: Finding | undefined, fine = ''): Verdict {
  return finding ? { status: 'False', ...finding } : { status: 'True', reason: good, message: fine };
}

/** The sentence that stands wherever nothing can be done without a NetworkConfig. */
export const noNetworkConfig: Finding = {
  reason: 'NoNetworkConfig',
  message:
    'There is no NetworkConfig "default", which says what this installation is like. Make it: kubectl apply -f - <<< \'{"apiVersion":"subnetes.io/v1alpha1","kind":"NetworkConfig","metadata":{"name":"default"}}\'',
};
