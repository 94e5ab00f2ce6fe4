/**
 * The Container Network Interface specification as far as Subnetes speaks it: versions, error codes, the result of ADD.
 * Shared by the plugin (operator/cni) and the agent that answers it (operator/agent); it does no I/O.
 *
 * Source: CNI specification 1.1.0, sections 2 (execution protocol), 5 (result types) and "Error".
 */

/** The versions of the specification that are spoken, oldest first. */
export const cniVersions = ['0.3.1', '0.4.0', '1.0.0', '1.1.0'] as const;

/** One version of the specification that is spoken. */
export type CniVersion = (typeof cniVersions)[number];

/** The newest version that is spoken: used for answers where the caller's own version is unknown. */
export const newestCniVersion: CniVersion = '1.1.0';

/** The commands of CNI 1.1.0, as in the environment variable `CNI_COMMAND`. */
export const cniCommands = ['ADD', 'DEL', 'CHECK', 'GC', 'STATUS', 'VERSION'] as const;

/** One command of CNI 1.1.0. */
export type CniCommand = (typeof cniCommands)[number];

/** The first version of the specification that has a command (section "CNI operations" of each version). */
const commandsSince: Readonly<Partial<Record<CniCommand, CniVersion>>> = {
  CHECK: '0.4.0',
  GC: '1.1.0',
  STATUS: '1.1.0',
};

/**
 * Error codes. Those below 100 are the specification's (section "Error"); from 100 on they are a plugin's own.
 */
export const cniCodes = {
  incompatibleVersion: 1,
  unsupportedField: 2,
  unknownContainer: 3,
  invalidEnvironment: 4,
  ioFailure: 5,
  notDecodable: 6,
  invalidConfiguration: 7,
  tryAgainLater: 11,
  notAvailable: 50,
  /** Ours: a bug in Subnetes. */
  internal: 100,
  /** Ours: the pod's address was refused; the message is the condition of its IP object. */
  refused: 101,
  /** Ours: CHECK found that an attachment is not as it was made. */
  damaged: 102,
} as const;

/** One of {@link cniCodes}. */
export type CniCode = (typeof cniCodes)[keyof typeof cniCodes];

/** A failure that the container runtime is told, and that `kubectl describe pod` shows. */
export class CniError extends Error {
  override readonly name = 'CniError';
  /** What kind of failure it is. */
  readonly code: CniCode;
  /** More about it, or an empty string. */
  readonly details: string;

  constructor(code: CniCode, message: string, details = '') {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** The error object that a plugin prints (section "Error"). */
export type CniErrorOutput = {
  readonly cniVersion: string;
  readonly code: number;
  readonly msg: string;
  readonly details?: string;
};

/** Makes the error object of a failure, in the version that the caller spoke. */
export function errorOutput(cniVersion: string, error: CniError): CniErrorOutput {
  const output = { cniVersion, code: error.code, msg: error.message };
  return error.details === '' ? output : { ...output, details: error.details };
}

/** True for a version that is spoken. */
export function isCniVersion(version: unknown): version is CniVersion {
  return (cniVersions as readonly unknown[]).includes(version);
}

/** True for a command of CNI 1.1.0. */
export function isCniCommand(command: unknown): command is CniCommand {
  return (cniCommands as readonly unknown[]).includes(command);
}

/** True when a version of the specification has a command. */
export function hasCommand(version: CniVersion, command: CniCommand): boolean {
  return cniVersions.indexOf(version) >= cniVersions.indexOf(commandsSince[command] ?? '0.3.1');
}

/**
 * What ADD made, in our own words; {@link addOutput} writes it in the words of a version.
 * The pod has one interface with at most one address of each family.
 */
export type Attachment = {
  /** The interface inside the pod. */
  readonly ifname: string;
  /** Its MAC, lower case with colons. */
  readonly mac: string;
  /** Its MTU in bytes. */
  readonly mtu: number;
  /** Path of the pod's network namespace. */
  readonly netns: string;
  /** The end of the veth pair that stays on the node. */
  readonly hostInterface: string;
  /** Addresses with the subnet's prefix length (`10.1.0.5/24`), each with its gateway. */
  readonly addresses: readonly { readonly cidr: string; readonly gateway: string }[];
};

/** The object that ADD prints on success (section 5, "ADD success"). */
export type AddOutput = {
  readonly cniVersion: CniVersion;
  readonly interfaces: readonly Readonly<Record<string, unknown>>[];
  readonly ips: readonly Readonly<Record<string, unknown>>[];
  readonly routes: readonly { readonly dst: string; readonly gw: string }[];
  readonly dns: Readonly<Record<string, never>>;
};

/**
 * Writes an attachment as the result of ADD in one version of the specification.
 * Until 0.4.0 an address says its family in `version`; `mtu` of an interface came with 1.1.0.
 */
export function addOutput(cniVersion: CniVersion, attachment: Attachment): AddOutput {
  const saysFamily = cniVersion === '0.3.1' || cniVersion === '0.4.0';
  const mtu = cniVersion === '1.1.0' ? { mtu: attachment.mtu } : {};
  return {
    cniVersion,
    interfaces: [
      { name: attachment.ifname, mac: attachment.mac, sandbox: attachment.netns, ...mtu },
      { name: attachment.hostInterface, ...mtu },
    ],
    ips: attachment.addresses.map(({ cidr, gateway }) => ({
      ...(saysFamily ? { version: cidr.includes(':') ? '6' : '4' } : {}),
      interface: 0,
      address: cidr,
      gateway,
    })),
    routes: attachment.addresses.map(({ cidr, gateway }) => ({
      dst: cidr.includes(':') ? '::/0' : '0.0.0.0/0',
      gw: gateway,
    })),
    dns: {},
  };
}
