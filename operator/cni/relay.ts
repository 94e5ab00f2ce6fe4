/**
 * The plugin's one act: hand a request to the node's agent and bring back what to print. It decides nothing about
 * networks; what it knows by itself is the specification's VERSION, and what to say when no agent answers.
 */
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { defaultSocketPath, isWireReply, type WireReply, type WireRequest } from './protocol.ts';
import { CniError, cniCodes, cniVersions, errorOutput, isCniVersion, newestCniVersion } from './spec.ts';

/** What the relay is given: the environment and stdin of the plugin, and the name of this machine. */
export type RelayInput = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: string;
  readonly hostname: string;
  /** Longest wait for the agent's reply in milliseconds; the agent itself gives up after 60 s. */
  readonly replyTimeoutMs: number;
  /**
   * How long STATUS waits for an agent that is not there or not ready, in milliseconds. An agent that is only being replaced must not
   * make the node NotReady: Kubernetes would take all its pods for unready, and their Services would refuse connections.
   */
  readonly statusPatienceMs: number;
};

/** The keys of the network configuration that the plugin reads itself. */
type Configuration = { readonly cniVersion?: unknown; readonly socket?: unknown; readonly node?: unknown };

/** Answers one call of the plugin. It never throws: whatever goes wrong is an error object and exit status 1. */
export async function relay(input: RelayInput): Promise<WireReply> {
  let cniVersion: string = newestCniVersion;
  try {
    const command = input.env.CNI_COMMAND ?? '';
    if (command === 'VERSION') return version(input.stdin);
    const config = decode(input.stdin);
    if (typeof config.cniVersion === 'string') cniVersion = config.cniVersion;
    const request: WireRequest = {
      command,
      containerId: input.env.CNI_CONTAINERID ?? '',
      netns: input.env.CNI_NETNS ?? '',
      ifname: input.env.CNI_IFNAME ?? '',
      args: input.env.CNI_ARGS ?? '',
      config,
    };
    const agent: AgentPlace = {
      socket: typeof config.socket === 'string' ? config.socket : defaultSocketPath,
      node: typeof config.node === 'string' ? config.node : input.hostname,
      timeoutMs: input.replyTimeoutMs,
    };
    return command === 'STATUS' ? await status(request, agent, input.statusPatienceMs) : await exchange(request, agent);
  } catch (error) {
    const told = error instanceof CniError ? error : new CniError(cniCodes.internal, String(error));
    return { exitStatus: 1, output: errorOutput(cniVersion, told) };
  }
}

/** The answer to VERSION: the caller's own version is echoed (CNI 1.1.0, "VERSION"); old callers send no stdin. */
function version(stdin: string): WireReply {
  const asked = stdin.trim() === '' ? undefined : decode(stdin).cniVersion;
  const cniVersion = isCniVersion(asked) ? asked : newestCniVersion;
  return { exitStatus: 0, output: { cniVersion, supportedVersions: cniVersions } };
}

function decode(stdin: string): Configuration {
  let value: unknown;
  try {
    value = JSON.parse(stdin);
  } catch (error) {
    throw new CniError(cniCodes.notDecodable, `the network configuration on stdin is not JSON: ${messageOf(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CniError(cniCodes.notDecodable, 'the network configuration on stdin is not a JSON object');
  }
  return value;
}

/** Where the agent is, and how long a reply may take. */
type AgentPlace = { readonly socket: string; readonly node: string; readonly timeoutMs: number };

/** Asks until the agent is ready, for at most `patienceMs`; nobody tells when a process that is not there has come. */
async function status(request: WireRequest, agent: AgentPlace, patienceMs: number): Promise<WireReply> {
  const deadline = performance.now() + patienceMs;
  for (let pause = 100; ; pause = Math.min(pause * 2, 1_000)) {
    const last = performance.now() + pause >= deadline;
    try {
      const reply = await exchange(request, agent);
      if (!isNotAvailable(reply) || last) return reply;
    } catch (error) {
      if (last) throw error;
    }
    await delay(pause);
  }
}

const isNotAvailable = ({ output }: WireReply): boolean =>
  typeof output === 'object' && output !== null && 'code' in output && output.code === cniCodes.notAvailable;

/** Sends one request and reads one reply. */
function exchange(request: WireRequest, { socket, node, timeoutMs }: AgentPlace): Promise<WireReply> {
  return new Promise((resolve, reject) => {
    // STATUS asks whether ADD would work: "not available" is its own code. All else may simply be tried again.
    const away = request.command === 'STATUS' ? cniCodes.notAvailable : cniCodes.tryAgainLater;
    const chunks: Buffer[] = [];
    let connected = false;
    const connection = connect({ path: socket });
    const fail = (message: string, details: string) => {
      clearTimeout(deadline);
      connection.destroy();
      reject(new CniError(away, message, details));
    };
    const deadline = setTimeout(
      () => fail(`the Subnetes agent on node ${node} did not answer within ${timeoutMs / 1000} s`, `socket ${socket}`),
      timeoutMs,
    );
    connection.on('connect', () => {
      connected = true;
      connection.write(`${JSON.stringify(request)}\n`);
    });
    connection.on('error', (error) => {
      if (connected) fail(`the Subnetes agent on node ${node} went away during ${request.command}`, error.message);
      else fail(`the Subnetes agent is not running on node ${node}`, error.message);
    });
    connection.on('data', (chunk) => chunks.push(chunk));
    connection.on('end', () => {
      clearTimeout(deadline);
      connection.destroy();
      const reply = decodeReply(Buffer.concat(chunks).toString('utf8'));
      if (reply) resolve(reply);
      else fail(`the Subnetes agent on node ${node} went away during ${request.command}`, 'no complete reply');
    });
  });
}

function decodeReply(text: string): WireReply | undefined {
  if (!text.endsWith('\n')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isWireReply(value) ? value : undefined;
  } catch {
    return undefined; // a torn reply is the same to the runtime as none: it tries again
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
