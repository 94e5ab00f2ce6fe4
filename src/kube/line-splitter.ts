/**
 * Cuts a stream of bytes into lines: the framing of a watch (one JSON document per line).
 * Works on bytes, so that a multi-byte character split between two chunks is no special case.
 */

const NEWLINE = 0x0a;

/** Collects chunks and gives back each line once it is complete. */
export class LineSplitter {
  readonly #limitBytes: number;
  #parts: Buffer[] = [];
  #pendingBytes = 0;

  /** @param limitBytes longest line accepted (an object is at most 1.5 MiB in etcd, a few times that in JSON) */
  constructor(limitBytes = 64 * 1024 * 1024) {
    this.#limitBytes = limitBytes;
  }

  /** Bytes of the line that has begun and has not ended: more than 0 at the end of a stream means it was cut off. */
  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  /**
   * Takes one chunk, returns the lines that it completes, without their newline and without empty lines.
   * Costs the length of the chunk, however many chunks a line has been spread over.
   * @throws RangeError when a line exceeds the limit
   */
  push(chunk: Buffer): string[] {
    const lines: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      const line = this.#finish(chunk.subarray(start, end));
      if (line !== '') lines.push(line);
      start = end + 1;
    }
    if (start < chunk.length) {
      this.#parts.push(chunk.subarray(start));
      this.#pendingBytes += chunk.length - start;
      if (this.#pendingBytes > this.#limitBytes) throw new RangeError(`line longer than ${this.#limitBytes} bytes`);
    }
    return lines;
  }

  #finish(last: Buffer): string {
    if (this.#parts.length === 0) return last.toString('utf8');
    this.#parts.push(last);
    const line = Buffer.concat(this.#parts).toString('utf8');
    this.#parts = [];
    this.#pendingBytes = 0;
    return line;
  }
}
