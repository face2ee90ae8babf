import { useEffect, useState } from 'react';
import type { Problem } from '../../shared/model/result.ts';
import type { PaperPreview } from '../../shared/views/papers.ts';
import { call } from '../kit/client.ts';

/** The pages of a paper as they come, each an image's address; the first ones at once. */
interface LoadedPages {
  readonly pages: readonly string[];
  readonly isWhole: boolean;
  readonly problem: Problem | null;
}

const first = 2;
const atOnce = 10;

/** A drawing as the address of an image: it can hold no script and ask for nothing. */
const imageOf = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** Asks for the pages of a paper, a few at a time, until all are there. */
export function usePaperPages({ paperId, pages: count }: PaperPreview): LoadedPages {
  const [state, setState] = useState<Omit<LoadedPages, 'isWhole'>>({ pages: [], problem: null });
  useEffect(() => {
    let live = true;
    const load = async () => {
      let pages: readonly string[] = [];
      while (live && pages.length < count) {
        const result = await call('papers.pages', {
          paperId,
          from: pages.length,
          count: pages.length === 0 ? first : atOnce,
        });
        if (!live) return;
        if (!result.ok) {
          setState({ pages, problem: result.problem });
          return;
        }
        pages = [...pages, ...result.value.pages.map(imageOf)];
        setState({ pages, problem: null });
        if (result.value.pages.length === 0) return;
      }
    };
    void load();
    return () => {
      live = false;
    };
  }, [paperId, count]);
  return { ...state, isWhole: state.pages.length === count };
}
