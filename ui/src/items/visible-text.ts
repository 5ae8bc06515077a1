/** A piece of a text: what can be shown as it is, or the name of a character that would hide or reorder others. */
export interface TextPiece {
  text: string;
  hidden: boolean;
}

/**
 * Characters that deceive the eye: controls, line breaks (in a text of one line), directions, zero widths, and others
 * that Unicode says have no glyph. Keys and outputs are made by others: `gpj.` reversed must not read as `.jpg`.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0\u00a0\u2000-\u200a\u202f\u205f\u3000]/u;

/** Joins emoji, marks their style and colours flags: harmless after a pictograph. */
const JOINERS = new Set(['\u200d', '\ufe0f']);

const CONTROLS = 'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(' ');

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return CONTROLS[code] ?? '';
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Splits a text into what is shown as it is and what is named. With `lines`, line breaks and tabs stay. */
export function piecesOf(text: string, lines = false): TextPiece[] {
  if (!HIDDEN.test(text)) return text === '' ? [] : [{ text, hidden: false }];
  const pieces: TextPiece[] = [];
  let plain = '';
  let before = '';
  for (const character of text) {
    const stays = !HIDDEN.test(character) || (lines && (character === '\n' || character === '\t')) || (JOINERS.has(character) && /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u.test(before));
    before = character;
    if (stays) {
      plain += character;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, hidden: false });
    plain = '';
    pieces.push({ text: nameOf(character), hidden: true });
  }
  if (plain !== '') pieces.push({ text: plain, hidden: false });
  return pieces;
}

/** The same as one string, for titles and labels. */
export function visibleText(text: string): string {
  return piecesOf(text)
    .map((piece) => (piece.hidden ? `⟨${piece.text}⟩` : piece.text))
    .join('');
}

/** A long key with its middle left out: its beginning says where it is, its end what it is. */
export function cutMiddle(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const tail = Math.floor((most - 1) / 2);
  return `${characters.slice(0, most - 1 - tail).join('')}…${characters.slice(characters.length - tail).join('')}`;
}
