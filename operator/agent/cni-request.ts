/**
 * The agent's gate: turns what the plugin passed on into a request that the rest of the agent can trust. The socket is
 * root's, but what arrives on it was written by the container runtime from names that users choose.
 *
 * Source of the rules: CNI specification 1.1.0, section "Parameters"; Kubernetes' names (RFC 1123 labels and subdomains).
 */
import type { WireRequest } from '../cni/protocol.ts';
import {
  CniError,
  type CniVersion,
  cniCodes,
  cniVersions,
  hasCommand,
  isCniCommand,
  isCniVersion,
} from '../cni/spec.ts';

/** One interface of one sandbox. Everything the agent makes for a pod hangs on this key, never on the pod's name. */
export type AttachmentKey = {
  /** The sandbox's id, as the container runtime gave it. */
  readonly containerId: string;
  /** The interface inside the pod, `eth0` for Kubernetes. */
  readonly ifname: string;
};

/** The pod that a sandbox is for. */
export type PodRef = {
  readonly namespace: string;
  readonly name: string;
  /** `K8S_POD_UID`: what the runtime thinks the uid is. For a static pod that is the hash of its manifest. */
  readonly uid: string | undefined;
};

/** ADD: attach a pod's interface. */
export type AddRequest = AttachmentKey & {
  readonly command: 'ADD';
  readonly cniVersion: CniVersion;
  readonly netns: string;
  readonly pod: PodRef;
};
/** DEL: detach it; the namespace may be gone already. */
export type DelRequest = AttachmentKey & { readonly command: 'DEL'; readonly cniVersion: CniVersion };
/** CHECK: is it still as ADD made it? */
export type CheckRequest = AttachmentKey & {
  readonly command: 'CHECK';
  readonly cniVersion: CniVersion;
  readonly netns: string;
};
/** GC: release all but these. */
export type GcRequest = {
  readonly command: 'GC';
  readonly cniVersion: CniVersion;
  readonly valid: readonly AttachmentKey[];
};
/** STATUS: could ADD work now? */
export type StatusRequest = { readonly command: 'STATUS'; readonly cniVersion: CniVersion };

/** A request that was checked. */
export type CniRequest = AddRequest | DelRequest | CheckRequest | GcRequest | StatusRequest;

const containerIdPattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,255}$/;
// Linux: at most 15 bytes, no slash, no white space, not . or .. (dev_valid_name); the specification adds the colon.
// Stricter here, because the name stands in command lines: letters, digits, point, dash, underscore.
const ifnamePattern = /^(?!\.{1,2}$)[A-Za-z0-9_.-]{1,15}$/;
const netnsPattern =
  /^(\/var)?\/run\/netns\/(?!\.{1,2}$)[A-Za-z0-9_.@:-]{1,255}$|^\/proc\/[1-9][0-9]*\/(task\/[1-9][0-9]*\/)?ns\/net$/;
const namespacePattern = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const podPattern = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const uidPattern = /^[A-Za-z0-9-]{1,128}$/;

/**
 * Checks a decoded request line.
 * @throws {CniError} with the specification's code for what is wrong
 */
export function parseCniRequest(value: unknown): CniRequest {
  const wire = wireRequest(value);
  const config = wire.config;
  if (!isObject(config)) throw new CniError(cniCodes.notDecodable, 'the network configuration is not a JSON object');
  const cniVersion = config.cniVersion ?? '0.1.0'; // absent means 0.1.0 (CNI 0.2.0, "Network Configuration")
  if (!isCniVersion(cniVersion)) {
    const known = cniVersions.join(', ');
    throw new CniError(
      cniCodes.incompatibleVersion,
      `cniVersion ${JSON.stringify(cniVersion)} is not spoken; write one of ${known}`,
    );
  }
  const command = wire.command;
  if (!isCniCommand(command) || command === 'VERSION') {
    throw new CniError(cniCodes.invalidEnvironment, `CNI_COMMAND ${JSON.stringify(command)} is not a command`);
  }
  if (!hasCommand(cniVersion, command)) {
    throw new CniError(
      cniCodes.incompatibleVersion,
      `${command} is not in CNI ${cniVersion}; write a newer cniVersion`,
    );
  }
  switch (command) {
    case 'STATUS':
      return { command, cniVersion };
    case 'GC':
      return { command, cniVersion, valid: validAttachments(config) };
    case 'DEL':
      return { command, cniVersion, ...attachmentKey(wire) };
    case 'CHECK':
      return { command, cniVersion, ...attachmentKey(wire), netns: netnsPath(wire.netns) };
    case 'ADD':
      if (config.ipam !== undefined) {
        const cure = 'addresses come from Subnet and IP objects: remove it';
        throw new CniError(cniCodes.unsupportedField, `the network configuration has "ipam", but ${cure}`);
      }
      if (config.prevResult !== undefined) {
        const cure = 'move it to the front of the list';
        throw new CniError(cniCodes.invalidConfiguration, `subnetes must be the first plugin of its list: ${cure}`);
      }
      return { command, cniVersion, ...attachmentKey(wire), netns: netnsPath(wire.netns), pod: podRef(wire.args) };
  }
}

function wireRequest(value: unknown): WireRequest {
  const text = (key: string): string => {
    const member = isObject(value) ? value[key] : undefined;
    if (typeof member !== 'string') throw new CniError(cniCodes.notDecodable, `the request has no string "${key}"`);
    return member;
  };
  return {
    command: text('command'),
    containerId: text('containerId'),
    netns: text('netns'),
    ifname: text('ifname'),
    args: text('args'),
    config: isObject(value) ? value.config : undefined,
  };
}

function attachmentKey(wire: WireRequest): AttachmentKey {
  return {
    containerId: matching('CNI_CONTAINERID', wire.containerId, containerIdPattern),
    ifname: matching('CNI_IFNAME', wire.ifname, ifnamePattern),
  };
}

/**
 * A path below /run/netns or /proc. Anything else could make the agent, which is root, enter or hold open a file that
 * the runtime was tricked into naming.
 */
function netnsPath(path: string): string {
  return matching('CNI_NETNS', path, netnsPattern);
}

/** Reads the pod from CNI_ARGS: `K8S_POD_NAMESPACE=x;K8S_POD_NAME=y;K8S_POD_UID=z`, as all Kubernetes runtimes set it. */
function podRef(args: string): PodRef {
  const pairs = new Map(
    args.split(';').map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
  const uid = pairs.get('K8S_POD_UID');
  return {
    namespace: matching('K8S_POD_NAMESPACE in CNI_ARGS', pairs.get('K8S_POD_NAMESPACE') ?? '', namespacePattern),
    name: matching('K8S_POD_NAME in CNI_ARGS', pairs.get('K8S_POD_NAME') ?? '', podPattern),
    uid: uid === undefined || uid === '' ? undefined : matching('K8S_POD_UID in CNI_ARGS', uid, uidPattern),
  };
}

/**
 * The attachments that GC keeps. libcni writes `cni.dev/attachments` as well, the name of a draft; the specification's
 * own key stands. Without either, nothing may be released: an absent list is not an empty one.
 */
function validAttachments(config: Readonly<Record<string, unknown>>): AttachmentKey[] {
  const list = config['cni.dev/valid-attachments'] ?? config['cni.dev/attachments'];
  if (!Array.isArray(list)) {
    throw new CniError(cniCodes.invalidConfiguration, 'GC needs the list "cni.dev/valid-attachments"');
  }
  return list.map((item: unknown) => {
    const { containerID, ifname } = isObject(item) ? item : {};
    if (typeof containerID !== 'string' || typeof ifname !== 'string') {
      const shape = '{"containerID": string, "ifname": string}';
      throw new CniError(cniCodes.invalidConfiguration, `each of "cni.dev/valid-attachments" must be ${shape}`);
    }
    return { containerId: containerID, ifname };
  });
}

function matching(name: string, value: string, pattern: RegExp): string {
  if (pattern.test(value)) return value;
  const shown = value === '' ? 'is missing' : `${JSON.stringify(value.slice(0, 300))} is not allowed`;
  throw new CniError(cniCodes.invalidEnvironment, `${name} ${shown}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
