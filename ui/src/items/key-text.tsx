import { cutMiddle, piecesOf, visibleText } from './visible-text';
import classes from './key-text.module.css';

interface Props {
  text: string;
  /** Cuts the middle out of what is longer; the whole is on hover. */
  most?: number;
  /** Line breaks and tabs are text. */
  lines?: boolean;
}

/** Text that others made: isolated from the direction of what is around it, with hidden characters named. */
export function KeyText({ text, most, lines }: Props) {
  const shown = most === undefined ? text : cutMiddle(text, most);
  return (
    <bdi className={classes.text} title={shown === text ? undefined : visibleText(text)}>
      {piecesOf(shown, lines).map((piece, index) => (piece.hidden ? <span key={index} className={classes.hidden}>{piece.text}</span> : piece.text))}
    </bdi>
  );
}
