import { create } from 'zustand'

/** Files that were dropped in one room and are taken up in Sources, where they are read. */
const useHanded = create<{ files: File[] }>(() => ({ files: [] }))

export function handFiles(files: File[]) {
  useHanded.setState({ files })
}

/** Takes the files; the next who asks finds none. */
export function takeHandedFiles(): File[] {
  const { files } = useHanded.getState()
  useHanded.setState({ files: [] })
  return files
}
