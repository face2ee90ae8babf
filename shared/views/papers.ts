/** A paper that is ready to be looked at. */
export interface PaperPreview {
  readonly paperId: string;
  /** `Badges of Foxtrot`. */
  readonly title: string;
  /** What it holds: `60 badges`. */
  readonly holds: string;
  /** A sentence for each thing that could not be set. */
  readonly notes: readonly string[];
  readonly pages: number;
  /** The size of its pages, in points. */
  readonly width: number;
  readonly height: number;
}

/** Some pages of a paper, as SVG documents, in their order. */
export interface PaperPages {
  readonly from: number;
  readonly pages: readonly string[];
}
