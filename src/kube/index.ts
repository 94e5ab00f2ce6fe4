/** The front door of `src/kube`: the only folder that knows the API server's protocol. */
export {
  type CallObservation,
  type CallOptions,
  type DeleteOptions,
  KubeClient,
  type KubeClientOptions,
  type ListOptions,
  type PatchOptions,
  type Selection,
  type WatchEvent,
  type WatchOptions,
  type WriteOptions,
} from './client.ts';
export { type ConnectionSource, type KubeConnection, loadConnection, tokenFile } from './connection.ts';
export { LeaderElection, type LeaderElectionOptions, type Leadership, type Lease, leases } from './election.ts';
export { KubeError, type StatusCause } from './errors.ts';
export { EventRecorder, type EventRecorderOptions, type RecordedEvent, type Regarding } from './events.ts';
export { KeyedQueue, type KeyedQueueOptions } from './keyed-queue.ts';
export { microTime } from './micro-time.ts';
export { Reflector, type ReflectorEvent, type ReflectorOptions } from './reflector.ts';
export {
  apiVersionOf,
  compareVersions,
  type KubeList,
  type KubeObject,
  type ObjectMeta,
  type ObjectRef,
  type OwnerReference,
  objectKey,
  type ResourceType,
  resourcePath,
} from './resource.ts';
