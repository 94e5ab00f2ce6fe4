// Calls CNI plugins as a container runtime does: by the CNI specification 1.1, with the parameters in the environment and the
// network configuration on standard input, inside the node's network namespace.
import { readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { CommandError, run } from './command.ts';

/** CNI operations that work on one attachment. */
export type CniCommand = 'ADD' | 'DEL' | 'CHECK' | 'GC' | 'STATUS' | 'VERSION';

/** A network configuration list, as found in the configuration folder. */
export interface CniNetwork {
  readonly cniVersion: string;
  readonly name: string;
  readonly plugins: readonly { readonly type: string; readonly [field: string]: unknown }[];
}

/** The attachment that a call is about. */
export interface CniAttachment {
  readonly containerId: string;
  /** Path of the network namespace; empty in a repeated DEL. */
  readonly netns: string;
  readonly ifName: string;
  /** CNI_ARGS: key=value pairs. */
  readonly args: Readonly<Record<string, string>>;
}

/** A CNI result, as far as a runtime reads it. */
export interface CniResult {
  readonly cniVersion: string;
  readonly interfaces?: readonly {
    readonly name: string;
    readonly mac?: string;
    readonly mtu?: number;
    readonly sandbox?: string;
  }[];
  readonly ips?: readonly { readonly address: string; readonly gateway?: string; readonly interface?: number }[];
  readonly routes?: readonly { readonly dst: string; readonly gw?: string }[];
  readonly dns?: Readonly<Record<string, unknown>>;
}

/** A plugin's own report of failure: CNI specification, section "Error". */
export class CniError extends Error {
  readonly plugin: string;
  readonly command: CniCommand;
  /** Error code; 0 when the plugin printed no error object. */
  readonly code: number;
  /** The plugin's message, without anything around it. */
  readonly pluginMessage: string;

  constructor(plugin: string, command: CniCommand, code: number, pluginMessage: string) {
    super(`plugin type="${plugin}" failed (${command.toLowerCase()}): ${pluginMessage}`);
    this.name = 'CniError';
    this.plugin = plugin;
    this.command = command;
    this.code = code;
    this.pluginMessage = pluginMessage;
  }
}

/** Where calls are made. */
export interface CniEnvironment {
  /** Folder of the plugin programs. */
  readonly binDirectory: string;
  /** Network namespace in which plugins run: the node's. */
  readonly nodeNetns: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Calls every plugin of the list, in order (DEL in reverse), handing each the result of the one before.
 * @param previous result of the ADD, which CHECK and DEL hand to the plugins
 * @param extra more fields for the configuration, such as the valid attachments of GC
 * @returns the last plugin's result; undefined for commands without one
 * @throws CniError when a plugin reports failure
 */
export async function callCni(
  environment: CniEnvironment,
  network: CniNetwork,
  command: CniCommand,
  attachment?: CniAttachment,
  previous?: CniResult,
  extra: Readonly<Record<string, unknown>> = {},
): Promise<CniResult | undefined> {
  let result = previous;
  const plugins = command === 'DEL' ? [...network.plugins].reverse() : network.plugins;
  for (const plugin of plugins) {
    const configuration = {
      ...{ ...plugin, cniVersion: network.cniVersion, name: network.name, ...extra },
      ...(result === undefined ? {} : { prevResult: result }),
    };
    const printed = await callPlugin(environment, plugin.type, command, configuration, attachment);
    if (command === 'ADD' || command === 'VERSION') result = JSON.parse(printed) as CniResult;
  }
  return result;
}

async function callPlugin(
  environment: CniEnvironment,
  type: string,
  command: CniCommand,
  configuration: Readonly<Record<string, unknown>>,
  attachment: CniAttachment | undefined,
): Promise<string> {
  const parameters = {
    CNI_COMMAND: command,
    CNI_PATH: environment.binDirectory,
    ...(attachment === undefined
      ? {}
      : {
          CNI_CONTAINERID: attachment.containerId,
          CNI_NETNS: attachment.netns,
          CNI_IFNAME: attachment.ifName,
          CNI_ARGS: Object.entries(attachment.args)
            .map(([key, value]) => `${key}=${value}`)
            .join(';'),
        }),
  };
  try {
    const { stdout } = await run(join(environment.binDirectory, type), [], {
      env: { ...environment.env, ...parameters },
      input: JSON.stringify(configuration),
      netns: environment.nodeNetns,
      timeout: 120_000,
    });
    return stdout;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw cniError(type, command, error);
  }
}

function cniError(type: string, command: CniCommand, error: CommandError): CniError {
  try {
    const { code, msg, details } = JSON.parse(error.stdout) as { code: number; msg: string; details?: string };
    return new CniError(type, command, code, details === undefined || details === '' ? msg : `${msg}; ${details}`);
  } catch {
    return new CniError(type, command, 0, (error.stderr || error.stdout || error.message).trim());
  }
}

/** The network of a configuration folder: the first *.conflist by name, as runtimes choose; undefined while there is none. */
export function readNetwork(confDirectory: string): CniNetwork | undefined {
  const file = readdirSync(confDirectory)
    .filter((name) => name.endsWith('.conflist'))
    .sort()[0];
  return file === undefined ? undefined : (JSON.parse(readFileSync(join(confDirectory, file), 'utf8')) as CniNetwork);
}

/** Waits until the folder holds a network, as the node's readiness does. */
export async function awaitNetwork(confDirectory: string, signal: AbortSignal): Promise<CniNetwork> {
  let notice: () => void = () => {};
  const watcher = watch(confDirectory, () => notice());
  const aborted = (): void => notice();
  signal.addEventListener('abort', aborted);
  try {
    for (;;) {
      const change = new Promise<void>((resolve) => {
        notice = resolve;
      });
      const network = readNetwork(confDirectory);
      if (network !== undefined) return network;
      signal.throwIfAborted();
      await change;
    }
  } finally {
    watcher.close();
    signal.removeEventListener('abort', aborted);
  }
}
