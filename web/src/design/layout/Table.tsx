import type { ReactNode } from 'react'
import styles from './table.module.css'

export interface TableColumn<R> {
  key: string
  title: ReactNode
  cell: (row: R) => ReactNode
  /** Numbers stand at the end, so that their digits line up. */
  isNumber?: boolean
}

interface Props<R> {
  /** What the table shows, for ears; a heading above says it to the eye. */
  label: string
  columns: readonly TableColumn<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  /** The row that the sentence above speaks of. */
  isMarked?: (row: R) => boolean
}

/** Rows of figures with hairlines between them. The first column names the row. */
export function Table<R>({ label, columns, rows, rowKey, isMarked }: Props<R>) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.key} scope="col" data-number={column.isNumber || undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)} data-marked={isMarked?.(row) || undefined}>
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.key} scope="row" dir="auto">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} data-number={column.isNumber || undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
