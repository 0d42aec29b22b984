/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_LEFT_H
#define DXGMAP_DDI_LEFT_H

/* Reports what of the driver's own lives at the end and belongs to no adapter: its MDLs and its pool memory. */
void dxgmap_ddi_report_left(const void *site);

#endif
