/**
 * The program `subnetes` in the node's CNI folder: called by the container runtime once per operation (CNI 1.1.0).
 * stdin and environment go to the agent's socket, its answer goes to stdout and the exit status.
 */
import { hostname } from 'node:os';
import { relay } from './relay.ts';

/** Above the agent's own limit of 60 s for ADD plus its undoing, below the kubelet's two minutes for a sandbox. */
const replyTimeoutMs = 100_000;

/** Longer than an agent takes that is started anew, shorter than the 30 s after which the kubelet gives the runtime itself up. */
const statusPatienceMs = 10_000;

async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const stdin = Buffer.concat(chunks).toString('utf8');
  const reply = await relay({ env: process.env, stdin, hostname: hostname(), replyTimeoutMs, statusPatienceMs });
  if (reply.output !== undefined) process.stdout.write(`${JSON.stringify(reply.output)}\n`);
  process.exitCode = reply.exitStatus;
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
