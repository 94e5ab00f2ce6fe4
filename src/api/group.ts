/**
 * The names that this project owns in a Kubernetes cluster: API group, finalizer, labels, field managers. Spelled here only.
 */

/** The API group of every kind of ours. */
export const group = 'subnetes.io';

/** The version that is served and stored. */
export const version = 'v1alpha1';

/** `apiVersion` of every resource of ours. */
export const apiVersion = 'subnetes.io/v1alpha1';

/** The finalizer of what is in use: an IP whose pod lives, a Vpc or Subnet with users. Removed when the last user is gone. */
export const inUseFinalizer = 'subnetes.io/in-use';

/** Labels that the controller puts on resources that it makes. */
export const labels = {
  /** `controller` on every resource that the controller made, so that people can list them. */
  managedBy: 'subnetes.io/managed-by',
} as const;

/** Field managers (metadata.managedFields) of our writers. */
export const fieldManagers = {
  controller: 'subnetes-controller',
  agent: 'subnetes-agent',
} as const;

/** The namespace of the programs, their ServiceAccounts, Leases and Secrets. */
export const systemNamespace = 'subnetes-system';

/** The ServiceAccounts of the programs, in {@link systemNamespace}. */
export const serviceAccounts = {
  controller: 'controller',
  agent: 'agent',
} as const;

/** The name of the only NetworkConfig, and of the Vpc and the Subnet that the controller makes from it. */
export const defaultName = 'default';
