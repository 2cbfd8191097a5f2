#!/usr/bin/python3
"""The peer of `TwinHub.Bench workbooks`: openpyxl reads and writes the cells of the same workbook. usage: workbooks.py FILE.xlsx"""
import io, resource, sys, time
from openpyxl import Workbook, load_workbook

start = time.perf_counter()
rows = [row for row in load_workbook(sys.argv[1], read_only=True, data_only=True).worksheets[0].iter_rows(values_only=True)]
print(f'openpyxl reads {len(rows)} rows {time.perf_counter() - start:6.2f} s')
start = time.perf_counter()
book = Workbook(write_only=True)
sheet = book.create_sheet('t')
for row in rows: sheet.append(row)
book.save(io.BytesIO())
print(f'openpyxl writes them {time.perf_counter() - start:6.2f} s, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MiB')
