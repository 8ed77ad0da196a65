declare module 'html-encoding-sniffer' {
  /** The encoding sniffing algorithm of the HTML standard: BOM, transport label, meta prescan, default. */
  export default function htmlEncodingSniffer<Fallback extends string | null>(
    bytes: Uint8Array,
    options: {
      readonly xml?: boolean;
      readonly transportLayerEncodingLabel?: string;
      readonly defaultEncoding: Fallback;
      readonly maxPrescanBytes?: number;
    },
  ): string | Fallback;
}
