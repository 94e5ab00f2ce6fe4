/**
 * Commands for `ip -batch`: many changes for the price of one process. A batch is text, so each word is checked here,
 * where it is put together; nothing that a user named gets into it unchecked.
 */
import { type CommandOptions, runCommand } from './command.ts';

/** One command of `ip`, word by word: `['link', 'set', 'lo', 'up']`. */
export type IpCommand = readonly string[];

/** Names of interfaces, addresses, prefixes, MACs, paths of namespaces, numbers. No space, quote, comment sign or backslash. */
const wordPattern = /^[A-Za-z0-9:./_@%-]+$/;

/**
 * Writes commands as the input of `ip -batch -`, one line each.
 * @throws {TypeError} if a word has a character that means something to `ip -batch`: a bug of the caller, who must check names
 */
export function batchText(commands: readonly IpCommand[]): string {
  return commands
    .map((words) => {
      for (const word of words) {
        if (!wordPattern.test(word)) throw new TypeError(`not a word for ip -batch: ${JSON.stringify(word)}`);
      }
      return `${words.join(' ')}\n`;
    })
    .join('');
}

/**
 * Runs a batch in the agent's own network namespace, or in the one at `netns`. It stops at the first failure.
 * @throws {CommandError} with ip's words for the first command that failed
 */
export async function runBatch(
  commands: readonly IpCommand[],
  options: CommandOptions & { readonly netns?: string } = {},
): Promise<void> {
  const { netns, ...rest } = options;
  const input = batchText(commands);
  if (netns === undefined) await runCommand('ip', ['-batch', '-'], { ...rest, input });
  else await runCommand('nsenter', [`--net=${netns}`, 'ip', '-batch', '-'], { ...rest, input });
}
