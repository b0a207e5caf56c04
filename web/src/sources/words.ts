import { dash } from '../design'

const formats: Record<string, string> = { csv: 'CSV', jsonl: 'JSON Lines', parquet: 'Parquet', xes: 'XES' }

/** What people call a format. */
export const formatWord = (format: string | null) => (format === null ? dash : (formats[format] ?? format))
