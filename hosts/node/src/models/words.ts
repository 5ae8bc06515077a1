import type { PreTrainedTokenizer } from '@huggingface/transformers';

/** A word of a text: its place in UTF-16 units, and its tokens. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly number[];
}

/** A sign, a Chinese character, or a run of anything else without spaces: how BERT's pre-tokenizer cuts. */
const wordPattern = /[\p{P}\p{S}]|\p{Script=Han}|[^\s\p{P}\p{S}\p{Script=Han}]+/gu;

/**
 * Cuts a text into words and their tokens. No tokenizer here tells where its tokens lie, so BERT's is asked word by word, and those that
 * take spaces into their tokens (SentencePiece, byte pairs) run by run, with the tokens laid along the run by their lengths.
 */
export class WordCutter {
  private readonly known = new Map<string, readonly number[]>();
  private readonly form: 'words' | 'bytes' | 'runs';

  constructor(
    private readonly tokenizer: PreTrainedTokenizer,
    description: Record<string, unknown>,
  ) {
    const told = JSON.stringify([description['pre_tokenizer'], description['decoder']]);
    this.form = told.includes('"ByteLevel"') ? 'bytes' : told.includes('"Metaspace"') ? 'runs' : 'words';
  }

  cut(text: string): Word[] {
    if (this.form !== 'words') {
      return [...text.matchAll(/\S+/gu)].flatMap((run) => this.cutRun(run[0], run.index, run.index > 0));
    }

    // A word that leaves no token (a lone accent, a control sign) is none.
    return [...text.matchAll(wordPattern)].map((word) => ({ start: word.index, end: word.index + word[0].length, tokens: this.tokensOf(word[0]) })).filter(({ tokens }) => tokens.length > 0);
  }

  private tokensOf(piece: string): readonly number[] {
    let tokens = this.known.get(piece);
    if (tokens === undefined) {
      tokens = (this.tokenizer(piece, { add_special_tokens: false, return_tensor: false }) as { input_ids: number[] }).input_ids;
      if (this.known.size >= 20_000) {
        this.known.clear();
      }

      this.known.set(piece, tokens);
    }

    return tokens;
  }

  private cutRun(run: string, at: number, afterSpace: boolean): Word[] {
    const bytes = this.form === 'bytes';
    const piece = bytes && afterSpace ? ` ${run}` : run;
    const tokens = this.tokensOf(piece);
    const words = [...run.matchAll(wordPattern)].map((word) => ({ start: at + word.index, end: at + word.index + word[0].length, tokens: [] as number[] }));
    const whole = tokens.length === 0 ? [] : [{ start: at, end: at + run.length, tokens }];
    const ends = words.map(({ end }) => (bytes ? Buffer.byteLength(run.slice(0, end - at)) : end - at));
    // Byte tokens spell a space as one sign more; SentencePiece writes it as a low line that is not in the text.
    let reached = bytes && piece !== run ? -1 : 0;
    const starts: number[] = [];
    for (const token of this.tokenizer.tokenize(piece, { add_special_tokens: false })) {
      starts.push(Math.max(0, reached));
      reached += bytes ? token.length : token.replaceAll('▁', '').length;
    }

    if (words.length === 0 || starts.length !== tokens.length || reached !== ends.at(-1)) {
      return whole;
    }

    tokens.forEach((token, index) => words[ends.findIndex((end) => starts[index]! < end)]?.tokens.push(token));
    return words.every((word) => word.tokens.length > 0) ? words : whole;
  }
}
