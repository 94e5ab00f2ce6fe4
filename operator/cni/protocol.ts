/**
 * What the plugin and the agent say to each other over the agent's unix socket: one request line, one reply line, both
 * JSON, one exchange per connection. The plugin keeps its side open while it waits, so the agent sees at once when the
 * container runtime has given up.
 */

/** The longest request line in bytes, without its newline. A configuration with its `prevResult` has a few kilobytes. */
export const requestLimitBytes = 64 * 1024;

/** Where the agent listens when the network configuration does not say. */
export const defaultSocketPath = '/run/subnetes/cni.sock';

/** A request as the plugin passes it on: the environment and the configuration as they came, nothing checked. */
export type WireRequest = {
  /** `CNI_COMMAND`. */
  readonly command: string;
  /** `CNI_CONTAINERID`, empty if unset. */
  readonly containerId: string;
  /** `CNI_NETNS`, empty if unset. */
  readonly netns: string;
  /** `CNI_IFNAME`, empty if unset. */
  readonly ifname: string;
  /** `CNI_ARGS`, empty if unset. */
  readonly args: string;
  /** The network configuration from stdin. */
  readonly config: unknown;
};

/** The agent's answer: what the plugin prints (nothing if absent) and its exit status. */
export type WireReply = {
  readonly exitStatus: 0 | 1;
  readonly output?: unknown;
};

/** True for a decoded line that is a reply. */
export function isWireReply(value: unknown): value is WireReply {
  if (typeof value !== 'object' || value === null || !('exitStatus' in value)) return false;
  return value.exitStatus === 0 || value.exitStatus === 1;
}
