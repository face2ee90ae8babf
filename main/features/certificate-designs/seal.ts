import type { DesignField } from '../../../shared/model/certificate-designs.ts';
import type { Path, Segment } from '../../papers/paper.ts';
import type { Pen } from '../../papers/pen.ts';
import { circle } from '../../papers/shapes.ts';

/** The seal that comes with the app: a scalloped disk with a star. */
export function drawSeal(pen: Pen, { box, color }: Extract<DesignField, { kind: 'seal' }>): void {
  const radius = Math.min(box.width, box.height) / 2;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  pen.fill(star(x, y, radius, radius * 0.93, 36), color);
  const white = '#ffffff';
  pen.stroke(circle(x, y, radius * 0.82), { colour: white, width: radius * 0.02 });
  pen.stroke(circle(x, y, radius * 0.76), { colour: white, width: radius * 0.01 });
  pen.fill(star(x, y, radius * 0.56, radius * 0.23, 5), white);
}

function star(x: number, y: number, outer: number, inner: number, points: number): Path {
  const corners = Array.from({ length: points * 2 }, (_, at): Segment => {
    const turn = (at / (points * 2)) * 2 * Math.PI - Math.PI / 2;
    const reach = at % 2 === 0 ? outer : inner;
    return [at === 0 ? 'M' : 'L', x + reach * Math.cos(turn), y + reach * Math.sin(turn)];
  });
  return [...corners, ['Z']];
}
