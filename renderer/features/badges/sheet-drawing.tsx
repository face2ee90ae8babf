import { countOf } from '../../../shared/model/counts.ts';
import { type LabelStock, labelBoxes, labelsPerSheet } from '../../../shared/model/label-stock.ts';

/** A small drawing of the first sheet: what is used up, and what will be printed. */
export function SheetDrawing({
  stock,
  from,
  count,
}: {
  readonly stock: LabelStock;
  readonly from: number;
  readonly count: number;
}) {
  const [width, height] = [stock.pageWidth * 72, stock.pageHeight * 72];
  const each = labelsPerSheet(stock);
  const onFirst = Math.min(count, each - from + 1);
  const sheets = count === 0 ? 0 : Math.ceil((from - 1 + count) / each);
  const said =
    count === 0
      ? 'Nothing is printed.'
      : `${onFirst} on the first sheet, from label ${from}; ${countOf(sheets, 'sheet')}.`;
  return (
    <figure className="badges-sheet">
      <svg viewBox={`-3 -3 ${width + 6} ${height + 6}`} role="img" aria-label={said}>
        <rect className="badges-page" width={width} height={height} rx={6} />
        {labelBoxes(stock).map((box, at) => {
          const state = at + 1 < from ? 'used' : at + 1 < from + onFirst ? 'printed' : 'free';
          return (
            <g key={`${box.x} ${box.y}`} className={`badges-label badges-${state}`}>
              <rect x={box.x + 3} y={box.y + 3} width={box.width - 6} height={box.height - 6} rx={8} />
              {state === 'used' ? (
                <path d={`M${box.x + 3} ${box.y + 3}L${box.x + box.width - 3} ${box.y + box.height - 3}`} />
              ) : (
                <text x={box.x + box.width / 2} y={box.y + box.height / 2} dominantBaseline="central">
                  {at + 1}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className="mute">{said}</figcaption>
    </figure>
  );
}
