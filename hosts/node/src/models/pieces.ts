/** Takes tokens as they are made and gives text: whole signs only, and never the beginning of a stop text. */
export class Pieces {
  private readonly ids: number[] = [];
  /** Tokens before `settled` have been turned into text; those from `context` on are decoded with them, for spaces hang on neighbours. */
  private context = 0;
  private settled = 0;
  private made = '';
  private sent = 0;

  constructor(
    private readonly decode: (ids: readonly number[]) => string,
    private readonly stop: readonly string[],
    private readonly emit: (text: string) => void,
  ) {}

  get text(): string {
    return this.made;
  }

  /** Whether a stop text has come; the text then ends before it. */
  push(id: number): boolean {
    this.ids.push(id);
    const before = this.decode(this.ids.slice(this.context, this.settled));
    const now = this.decode(this.ids.slice(this.context));
    // A replacement sign at the end is a sign of which bytes are still to come.
    return now.endsWith('\uFFFD') || now.length <= before.length ? false : this.take(now.slice(before.length));
  }

  /** The last tokens, whole or not. */
  end(): boolean {
    const before = this.decode(this.ids.slice(this.context, this.settled));
    const stopped = this.take(this.decode(this.ids.slice(this.context)).slice(before.length));
    this.send(this.made.length);
    return stopped;
  }

  private take(added: string): boolean {
    const searchFrom = Math.max(0, this.made.length - Math.max(0, ...this.stop.map((text) => text.length)) + 1);
    this.made += added;
    this.context = this.settled;
    this.settled = this.ids.length;
    const found = this.stop.map((text) => this.made.indexOf(text, searchFrom)).filter((at) => at >= 0);
    if (found.length > 0) {
      this.made = this.made.slice(0, Math.min(...found));
      this.send(this.made.length);
      return true;
    }

    const held = Math.max(0, ...this.stop.map((text) => beginning(this.made, text)));
    this.send(this.made.length - held);
    return false;
  }

  private send(to: number): void {
    if (to > this.sent) {
      this.emit(this.made.slice(this.sent, to));
      this.sent = to;
    }
  }
}

/** How many signs at the end of a text may be the beginning of `stop`. */
function beginning(text: string, stop: string): number {
  for (let length = Math.min(text.length, stop.length - 1); length > 0; length--) {
    if (text.endsWith(stop.slice(0, length))) {
      return length;
    }
  }

  return 0;
}
